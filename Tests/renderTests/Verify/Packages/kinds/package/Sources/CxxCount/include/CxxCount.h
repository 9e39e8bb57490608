#pragma once
#include <string>

namespace counting {
/// How many characters a text has.
inline int length(const std::string &text) { return static_cast<int>(text.size()); }
}  // namespace counting
