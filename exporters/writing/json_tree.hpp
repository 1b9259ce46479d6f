// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

namespace anzenmap {

/// Empties a tree from its leaves up. The library's destructor empties containers through a list that it
/// allocates, and a destructor that finds no memory ends the program, temporaries and all. An initialiser
/// list makes such containers in passing, so trees that live beside open outputs are built without.
inline void take_apart(nlohmann::ordered_json& tree) noexcept {
  if (!tree.is_structured()) return;
  for (nlohmann::ordered_json& child : tree) take_apart(child);
  tree.clear();
}

/// A tree that needs no memory to go away. Only for trees of limited depth: taking apart is recursive.
class JsonTree {
 public:
  explicit JsonTree(nlohmann::ordered_json root) : root_(std::move(root)) {}
  JsonTree(const JsonTree&) = delete;
  JsonTree& operator=(const JsonTree&) = delete;
  ~JsonTree() { take_apart(root_); }

  nlohmann::ordered_json& operator*() noexcept { return root_; }
  const nlohmann::ordered_json& operator*() const noexcept { return root_; }
  nlohmann::ordered_json* operator->() noexcept { return &root_; }
  const nlohmann::ordered_json* operator->() const noexcept { return &root_; }

 private:
  nlohmann::ordered_json root_;
};

/// object[key] = value
inline void put_member(nlohmann::ordered_json& object, std::string_view key, nlohmann::ordered_json value) {
  nlohmann::ordered_json& member = object[std::string(key)];
  take_apart(member);
  member = std::move(value);
}

}  // namespace anzenmap
