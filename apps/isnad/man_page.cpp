// SPDX-License-Identifier: Apache-2.0
// roff: a line that begins with a dot or a quotation mark is a request, a backslash an escape, and
// a bare hyphen may be set as a dash; `escaped` sees to all three.
#include "man_page.h"

#include <sstream>

namespace isnad {
namespace {

std::string escaped(const std::string& text) {
  std::string out;
  bool line_start = true;
  for (const char letter : text) {
    if (line_start && (letter == '.' || letter == '\'')) out += "\\&";
    if (letter == '\\') {
      out += "\\e";
    } else if (letter == '-') {
      out += "\\-";
    } else {
      out += letter;
    }
    line_start = letter == '\n';
  }
  return out;
}

bool is_positional(const Argument& argument) { return argument.name.front() != '-'; }
bool is_flag(const Argument& argument) { return std::holds_alternative<bool*>(argument.target); }
bool takes_many(const Argument& argument) {
  return std::holds_alternative<std::vector<std::string>*>(argument.target);
}

std::string synopsis_of(const Argument& argument) {
  const std::string many = takes_many(argument) ? " ..." : "";
  const std::string& shown = is_positional(argument) ? argument.placeholder : argument.name;
  return argument.required ? shown + many : "[" + shown + many + "]";
}

void head(std::ostringstream& page, const std::string& name, const std::string& version,
          const std::string& summary) {
  page << ".TH \"" << escaped(name) << "\" 1 \"\" \"isnad " << version << "\" \"Isnad\"\n"
       << ".SH NAME\n"
       << escaped(name) << " \\- " << escaped(summary) << '\n';
}

void tagged(std::ostringstream& page, const std::string& term, const std::string& text) {
  page << ".TP\n\\fB" << escaped(term) << "\\fR\n" << escaped(text) << '\n';
}

void examples(std::ostringstream& page, const std::string& text) {
  if (text.empty()) return;
  page << ".SH EXAMPLES\n.nf\n" << escaped(text) << "\n.fi\n";
}

void exit_status(std::ostringstream& page) {
  page << ".SH EXIT STATUS\n";
  tagged(page, "0", "done");
  tagged(page, "1", "some inputs could not be read, or some checks failed; each is named");
  tagged(page, "2", "bad usage");
  tagged(page, "3", "a model, lexicon or database is missing or damaged");
}

std::string dashed(std::string path) {
  for (char& letter : path)
    if (letter == ' ') letter = '-';
  return path;
}

std::string page_of(const Command& command, const std::string& path, const std::string& version) {
  std::ostringstream page;
  head(page, dashed(path), version, command.summary);
  page << ".SH SYNOPSIS\n\\fB" << escaped(path) << "\\fR";
  for (const Argument& argument : command.arguments) page << ' ' << escaped(synopsis_of(argument));
  page << '\n';
  if (!command.arguments.empty()) page << ".SH OPTIONS\n";
  for (const Argument& argument : command.arguments) {
    const bool bare = is_flag(argument) || is_positional(argument);
    tagged(page, bare ? argument.name : argument.name + " " + argument.placeholder, argument.help);
  }
  examples(page, command.examples);
  exit_status(page);
  return page.str();
}

void add_pages(const Command& command, const std::string& path, const std::string& version,
               std::vector<ManPage>& pages) {
  if (command.run) pages.push_back({dashed(path), page_of(command, path, version)});
  for (const Command& inner : command.subcommands)
    add_pages(inner, path + " " + inner.name, version, pages);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// "-j,--jobs" as two words.
std::string spellings(std::string name) {
  for (char& letter : name)
    if (letter == ',') letter = ' ';
  return name;
}

std::string alternatives(std::string name) {
  for (char& letter : name)
    if (letter == ',') letter = '|';
  return name;
}

void add_case(const Command& command, const std::string& path, std::ostringstream& script) {
  std::vector<std::string> words = {"--help"};
  for (const Argument& argument : command.arguments)
    if (!is_positional(argument)) words.push_back(spellings(argument.name));
  for (const Command& inner : command.subcommands) words.push_back(inner.name);
  script << "    '" << path << "')\n      case $previous in\n";
  for (const Argument& argument : command.arguments) {
    if (is_flag(argument) || is_positional(argument)) continue;
    script << "        " << alternatives(argument.name) << ") ";
    argument.choices.empty() ? script << "files=1"
                             : script << "words='" << joined(argument.choices) << "'";
    script << " ;;\n";
  }
  script << "        *) words='" << joined(words) << "'; files=1 ;;\n      esac ;;\n";
}

}  // namespace

std::vector<ManPage> man_pages(const std::vector<Command>& commands, const std::string& version) {
  std::ostringstream page;
  head(page, "isnad", version, "reads Arabic news reports and gives back attributed claims");
  page << ".SH SYNOPSIS\n\\fBisnad\\fR COMMAND [OPTIONS]\n.SH COMMANDS\n";
  for (const Command& command : commands) tagged(page, command.name, command.summary);
  exit_status(page);
  std::vector<ManPage> pages = {{"isnad", page.str()}};
  for (const Command& command : commands)
    add_pages(command, "isnad " + command.name, version, pages);
  return pages;
}

std::string bash_completion(const std::vector<Command>& commands) {
  std::vector<std::string> names = {"help", "--help"};
  for (const Command& command : commands) names.push_back(command.name);
  std::ostringstream script;
  script << R"(# bash completion for isnad, made from its help by `isnad manual --to bash`
_isnad() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local command=isnad words='' files='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command ${COMP_WORDS[i]}" in
)";
  std::ostringstream cases;
  const auto add_path = [&](const auto& self, const Command& command,
                            const std::string& path) -> void {
    script << "      '" << path << "') command='" << path << "' ;;\n";
    add_case(command, path, cases);
    for (const Command& inner : command.subcommands) self(self, inner, path + " " + inner.name);
  };
  for (const Command& command : commands) add_path(add_path, command, "isnad " + command.name);
  script << "    esac\n  done\n  case $command in\n    isnad) words='" << joined(names) << "' ;;\n"
         << cases.str() << R"(  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ -n "$files" ]; then
    compopt -o filenames 2>/dev/null
    local found
    while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -f -- "$current")
  fi
}
complete -F _isnad isnad
)";
  return script.str();
}

}  // namespace isnad
