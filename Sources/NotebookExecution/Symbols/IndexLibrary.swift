import CIndexStore
import Foundation
import Synchronization

/// The toolchain's own reader of what its compiler notes about uses of names (`libIndexStore`).
final class IndexLibrary: Sendable {
  /// Why it cannot be used.
  struct Missing: Error {
    var path: String
  }

  /// A symbol is overridden there, or a protocol's requirement fulfilled; `INDEXSTORE_SYMBOL_ROLE_REL_OVERRIDEOF`.
  private static let overrides: UInt64 = 1 << 11
  /// A unit depends on a record of uses; `INDEXSTORE_UNIT_DEPENDENCY_RECORD`.
  private static let record: Int32 = 2

  private let open: index_opener
  private let close: index_disposer
  private let units: index_names_visit
  private let openUnit: index_part_opener
  private let closeUnit: index_disposer
  private let dependencies: index_objects_visit
  private let kind: index_kind_getter
  private let name: index_text_getter
  private let openRecord: index_part_opener
  private let closeRecord: index_disposer
  private let occurrences: index_objects_visit
  private let symbol: index_object_getter
  private let roles: index_roles_getter
  private let relations: index_objects_visit
  private let relatedSymbol: index_object_getter
  private let identifier: index_text_getter

  private static let opened = Mutex<[String: IndexLibrary]>([:])

  /// The library of a toolchain, opened once.
  static func library(of toolchain: Toolchain) throws(Missing) -> IndexLibrary {
    let path = toolchain.indexLibrary
    if let library = opened.withLock({ $0[path] }) { return library }
    let library = try IndexLibrary(path)
    opened.withLock { $0[path] = library }
    return library
  }

  private init(_ path: String) throws(Missing) {
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { throw Missing(path: path) }
    func function<Function>(_ name: String, _: Function.Type) throws(Missing) -> Function {
      guard let found = dlsym(handle, "indexstore_" + name) else { throw Missing(path: path) }
      return unsafeBitCast(found, to: Function.self)
    }
    open = try function("store_create", index_opener.self)
    close = try function("store_dispose", index_disposer.self)
    units = try function("store_units_apply_f", index_names_visit.self)
    openUnit = try function("unit_reader_create", index_part_opener.self)
    closeUnit = try function("unit_reader_dispose", index_disposer.self)
    dependencies = try function("unit_reader_dependencies_apply_f", index_objects_visit.self)
    kind = try function("unit_dependency_get_kind", index_kind_getter.self)
    name = try function("unit_dependency_get_name", index_text_getter.self)
    openRecord = try function("record_reader_create", index_part_opener.self)
    closeRecord = try function("record_reader_dispose", index_disposer.self)
    occurrences = try function("record_reader_occurrences_apply_f", index_objects_visit.self)
    symbol = try function("occurrence_get_symbol", index_object_getter.self)
    roles = try function("occurrence_get_roles", index_roles_getter.self)
    relations = try function("occurrence_relations_apply_f", index_objects_visit.self)
    relatedSymbol = try function("symbol_relation_get_symbol", index_object_getter.self)
    identifier = try function("symbol_get_usr", index_text_getter.self)
  }

  /// The symbols that occur in the sources of an index, and the requirements that what is declared there
  /// fulfils, by their identifiers (USR).
  /// - Parameter folder: the folder of the index; nothing where there is none.
  func symbols(in folder: String) -> Set<String> {
    guard let store = open(folder, nil) else { return [] }
    defer { close(store) }
    var symbols: Set<String> = []
    for unit in names(in: store) {
      guard let reader = openUnit(store, unit, nil) else { continue }
      defer { closeUnit(reader) }
      var records: [String] = []
      visit(reader, by: dependencies) { dependency in
        if kind(dependency) == Self.record { records.append(name(dependency).string) }
      }
      for record in records {
        guard let reader = openRecord(store, record, nil) else { continue }
        defer { closeRecord(reader) }
        visit(reader, by: occurrences) { add($0, to: &symbols) }
      }
    }
    return symbols
  }

  private func add(_ occurrence: index_object, to symbols: inout Set<String>) {
    if let symbol = symbol(occurrence) { symbols.insert(identifier(symbol).string) }
    guard roles(occurrence) & Self.overrides != 0 else { return }
    visit(occurrence, by: relations) { relation in
      if let symbol = relatedSymbol(relation) { symbols.insert(identifier(symbol).string) }
    }
  }

  private func names(in store: index_object) -> [String] {
    var names: [String] = []
    withUnsafeMutablePointer(to: &names) { pointer in
      _ = units(store, 1, pointer) { context, name in
        context?.assumingMemoryBound(to: [String].self).pointee.append(name.string)
        return true
      }
    }
    return names
  }

  /// Has a function of the library visit objects, which are there only meanwhile.
  private func visit(
    _ object: index_object,
    by function: index_objects_visit,
    _ body: (index_object) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      let visitor = Visitor(body)
      withExtendedLifetime(visitor) {
        _ = function(object, Unmanaged.passUnretained(visitor).toOpaque()) { context, object in
          if let context, let object {
            Unmanaged<Visitor>.fromOpaque(context).takeUnretainedValue().body(object)
          }
          return true
        }
      }
    }
  }

  /// What is done with each object, as C can hand it on.
  private final class Visitor {
    let body: (index_object) -> Void

    init(_ body: @escaping (index_object) -> Void) { self.body = body }
  }
}

extension index_text {
  /// The text; what is not UTF-8 is replaced.
  fileprivate var string: String {
    guard let data else { return "" }
    return data.withMemoryRebound(to: UInt8.self, capacity: length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
  }
}
