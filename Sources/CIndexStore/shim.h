#ifndef LECTERN_INDEX_STORE_H
#define LECTERN_INDEX_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The functions of a toolchain's libIndexStore by which the uses of names are read, as types: the library is
// opened when it is needed. What they mean says LLVM's "clang-c/IndexStore" interface.

typedef void *index_object;

typedef struct {
  const char *data;
  size_t length;
} index_text;

typedef index_object (*index_opener)(const char *path, index_object *error);
typedef index_object (*index_part_opener)(index_object store, const char *name, index_object *error);
typedef void (*index_disposer)(index_object);
typedef index_text (*index_text_getter)(index_object);
typedef index_object (*index_object_getter)(index_object);
typedef uint64_t (*index_roles_getter)(index_object);
typedef int (*index_kind_getter)(index_object);
typedef bool (*index_name_visitor)(void *context, index_text name);
typedef bool (*index_object_visitor)(void *context, index_object object);
typedef bool (*index_names_visit)(index_object, unsigned sorted, void *context, index_name_visitor);
typedef bool (*index_objects_visit)(index_object, void *context, index_object_visitor);

#endif
