// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
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

/// Gives an object room for `members` in all. One that outgrows its room copies its members and destroys the
/// old ones, which may be trees: see take_apart(). Here they are moved.
inline void make_room(nlohmann::ordered_json& object, std::size_t members) {
  auto& old = object.get_ref<nlohmann::ordered_json::object_t&>();
  nlohmann::ordered_json::object_t roomy;
  roomy.reserve(members);
  for (auto& [key, value] : old) roomy.emplace(key, std::move(value));
  old = std::move(roomy);
}

/// object[key] = value
inline void put_member(nlohmann::ordered_json& object, std::string_view key, nlohmann::ordered_json value) {
  nlohmann::ordered_json& member = object[std::string(key)];
  take_apart(member);
  member = std::move(value);
}

}  // namespace anzenmap
