#include "model_lists.hpp"

namespace mentor::storage {

std::vector<Id<Category>> read_category_ids(const MapReader& reader, std::string_view name, std::optional<Role> role,
                                            const Model& model) {
  std::vector<Id<Category>> result;
  const Node* node = reader.find(name);
  if (node != nullptr && node->content != Node::Content::list) {
    reader.sink().wrong_value(node->at, name, shown(*node), key("expected.list"));
    return result;
  }
  for (const Node& item : node == nullptr ? std::vector<Node>{} : node->items) {
    const auto id = reader.value(&item, name, key("expected.id"), Id<Category>::parse);
    const Category* category = id ? model.find(*id) : nullptr;
    if (id && category == nullptr) {
      reader.sink().error(Rule::dangling_reference, item.at, say("dangling-reference.category", item.text),
                          std::string{name});
    } else if (category != nullptr && role && !category->ages(*role)) {
      const auto message =
          *role == Role::mentee ? key("role-category.model-mentee") : key("role-category.model-mentor");
      reader.sink().error(Rule::role_category, item.at, {message, {category->label}}, std::string{name});
    } else if (id) {
      result.push_back(*id);
    }
  }
  return result;
}

}  // namespace mentor::storage
