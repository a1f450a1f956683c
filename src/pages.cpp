// Writes the manual's pages in both languages and the completions of shells into a folder, as they are installed:
//   mentor_pages FOLDER
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/manual/completion.hpp"
#include "cli/manual/listings.hpp"
#include "cli/manual/pages.hpp"

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream out{path, std::ios::binary};
  out << text;
  if (!out.flush()) {
    throw std::runtime_error{"cannot write " + path.string()};
  }
}

void write_all(const fs::path& folder) {
  using namespace mentor;
  cli::require_texts();
  cli::check_prose();
  fs::remove_all(folder);  // the page of a command that is gone must not be installed
  for (const auto& page : cli::all_pages()) {
    const std::string file = std::string{"man"} + page.section + '/' + page.name + '.' + page.section;
    write(folder / "man" / file, cli::page_text(page, Language::en));
    write(folder / "man" / "ru" / file, cli::page_text(page, Language::ru));
  }
  for (const auto& shell : cli::all_shells()) {
    write(folder / "completions" / shell.installed_as, shell.script());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: mentor_pages FOLDER\n";
    return EXIT_FAILURE;
  }
  try {
    write_all(argv[1]);
  } catch (const std::exception& failed) {
    std::cerr << "mentor_pages: " << failed.what() << '\n';
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
