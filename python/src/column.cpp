// SPDX-License-Identifier: Apache-2.0
// Filling columns, and the two hand-overs of the Arrow C data interface: each array and schema owns
// what it points to and frees it when its release function is called, children first.
#include "column.h"

#include <array>
#include <cassert>
#include <cstring>
#include <limits>

namespace isnad {
namespace {

constexpr int64_t kLargestOffset = std::numeric_limits<int32_t>::max();

const char* format_of(ColumnType type) {
  switch (type) {
    case ColumnType::kString:
      return "u";
    case ColumnType::kInt32:
      return "i";
    case ColumnType::kInt64:
      return "l";
    case ColumnType::kFloat64:
      return "g";
    case ColumnType::kBoolean:
      return "b";
    case ColumnType::kDate:
      return "tdD";
    case ColumnType::kList:
      return "+l";
    case ColumnType::kStruct:
      return "+s";
  }
  return "n";
}

void set_bit(std::vector<uint8_t>& bits, int64_t index, bool value) {
  const auto byte = static_cast<size_t>(index / 8);
  if (byte == bits.size()) bits.push_back(0);
  if (value) bits[byte] = static_cast<uint8_t>(bits[byte] | (1U << (index % 8)));
}

// What a handed-over schema points to.
struct SchemaOwner {
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

// What a handed-over array points to.
struct ArrayOwner {
  std::vector<uint8_t> validity;
  std::vector<int32_t> offsets;
  std::vector<uint8_t> values;
  std::array<const void*, 3> buffers{};
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
};

// A child that the receiver moved on has no release function any more.
template <class Handed, class Owner>
void release_handed(Handed* handed) {
  for (int64_t i = 0; i < handed->n_children; ++i) {
    Handed* child = handed->children[i];
    if (child->release != nullptr) child->release(child);
  }
  delete static_cast<Owner*>(handed->private_data);
  handed->release = nullptr;
}

}  // namespace

Column::Column(std::string name, ColumnType type, std::vector<Column> children)
    : name_(std::move(name)), type_(type), children_(std::move(children)) {
  if (type_ == ColumnType::kString || type_ == ColumnType::kList) offsets_.push_back(0);
}

void Column::add_valid(bool valid) {
  set_bit(validity_, length_, valid);
  if (!valid) ++nulls_;
  ++length_;
}

template <class Value>
void Column::append(Value value) {
  const size_t end = values_.size();
  values_.resize(end + sizeof value);
  std::memcpy(values_.data() + end, &value, sizeof value);
}

void Column::add(std::string_view value) {
  assert(type_ == ColumnType::kString);
  if (static_cast<int64_t>(values_.size() + value.size()) > kLargestOffset) {
    overflown_ = true;
    value = {};
  }
  values_.insert(values_.end(), value.begin(), value.end());
  offsets_.push_back(static_cast<int32_t>(values_.size()));
  add_valid(true);
}

void Column::add_integer(int64_t value) {
  if (type_ == ColumnType::kInt64) {
    append(value);
  } else {
    append(static_cast<int32_t>(value));
  }
  add_valid(true);
}

void Column::add_number(double value) {
  append(value);
  add_valid(true);
}

void Column::add_boolean(bool value) {
  set_bit(values_, length_, value);
  add_valid(true);
}

void Column::add_null() {
  switch (type_) {
    case ColumnType::kString:
    case ColumnType::kList:
      offsets_.push_back(offsets_.back());
      break;
    case ColumnType::kInt32:
    case ColumnType::kDate:
      append(int32_t{0});
      break;
    case ColumnType::kInt64:
      append(int64_t{0});
      break;
    case ColumnType::kFloat64:
      append(0.0);
      break;
    case ColumnType::kBoolean:
      set_bit(values_, length_, false);
      break;
    case ColumnType::kStruct:
      for (Column& child : children_) child.add_null();
      break;
  }
  add_valid(false);
}

void Column::close() {
  if (type_ == ColumnType::kList) {
    if (children_[0].length_ > kLargestOffset) overflown_ = true;
    offsets_.push_back(static_cast<int32_t>(children_[0].length_));
  }
  add_valid(true);
}

bool Column::overflown() const {
  if (overflown_) return true;
  for (const Column& child : children_)
    if (child.overflown()) return true;
  return false;
}

ArrowSchema Column::schema() const {
  auto owner = std::make_unique<SchemaOwner>();
  owner->name = name_;
  for (const Column& child : children_) owner->children.push_back(child.schema());
  for (ArrowSchema& child : owner->children) owner->pointers.push_back(&child);
  ArrowSchema schema{};
  schema.format = format_of(type_);
  schema.name = owner->name.c_str();
  schema.flags = kArrowNullable;
  schema.n_children = static_cast<int64_t>(owner->children.size());
  schema.children = owner->pointers.data();
  schema.release = &release_handed<ArrowSchema, SchemaOwner>;
  schema.private_data = owner.release();
  return schema;
}

ArrowArray Column::release() {
  auto owner = std::make_unique<ArrayOwner>();
  owner->validity = std::move(validity_);
  owner->offsets = std::move(offsets_);
  owner->values = std::move(values_);
  for (Column& child : children_) owner->children.push_back(child.release());
  for (ArrowArray& child : owner->children) owner->pointers.push_back(&child);

  ArrowArray array{};
  array.length = length_;
  array.null_count = nulls_;
  size_t used = 0;
  owner->buffers[used++] = nulls_ > 0 ? owner->validity.data() : nullptr;
  if (!owner->offsets.empty()) owner->buffers[used++] = owner->offsets.data();
  if (type_ != ColumnType::kList && type_ != ColumnType::kStruct)
    owner->buffers[used++] = owner->values.data();
  array.n_buffers = static_cast<int64_t>(used);
  array.buffers = owner->buffers.data();
  array.n_children = static_cast<int64_t>(owner->children.size());
  array.children = owner->pointers.data();
  array.release = &release_handed<ArrowArray, ArrayOwner>;
  array.private_data = owner.release();
  return array;
}

}  // namespace isnad
