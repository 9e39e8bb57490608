"""What `Benchmarks/compare` measures, a file for each section."""
