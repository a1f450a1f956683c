/// What the scanner for canonical text takes, held against the tree that yaml-cpp gives.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <variant>

#include "storage/yaml/canonical_scanner.hpp"
#include "storage/yaml/record_reader.hpp"
#include "storage/yaml/yaml.hpp"

namespace sample {

/// Reads a document as a field called `x` of each shape. Throws when the scanner takes the whole of it and yaml-cpp
/// reads something else.
inline void require_same_scalars(const std::string& document) {
  using mentor::Shape;
  namespace storage = mentor::storage;
  for (const Shape shape :
       {Shape::plain, Shape::text, Shape::words, Shape::dated, Shape::dated_words, Shape::entries}) {
    storage::CanonicalScanner scanner{document};
    storage::Values values;
    if (!scanner.take_key("x", shape)) {
      continue;
    }
    const auto taken = scanner.take_values(shape, values);
    if (taken.empty() || scanner.place() != document.size()) {
      continue;
    }
    const auto parsed = storage::parse_document(document);
    const auto* root = std::get_if<storage::Node>(&parsed);
    const auto* node = root == nullptr ? nullptr : root->find("x");
    const auto read = node == nullptr ? std::nullopt : storage::scalars_of(*node, shape);
    if (!read || !std::equal(taken.begin(), taken.end(), read->texts.begin(), read->texts.end())) {
      throw std::logic_error{"the scanner takes what yaml-cpp reads otherwise: " + document};
    }
  }
}

}  // namespace sample
