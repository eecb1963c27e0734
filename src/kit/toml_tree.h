#pragma once
// A data file as a tree that can be changed and written again. write() is canonical: what it writes, read and written
// again, gives the same bytes. Comments and spacing of a file are not kept.
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "kit/toml.h"

namespace vastin::kit {

/// One value of the tree. Texts are valid UTF-8 without NUL; numbers with a fraction are finite.
struct TomlNode {
    using List = std::vector<TomlNode>;
    using Table = std::map<std::string, TomlNode, std::less<>>;
    using Value = std::variant<std::string, std::int64_t, double, bool, Date, LocalTime, List, Table>;
    Value value = Table();

    const std::string* text() const { return std::get_if<std::string>(&value); }
    const List* list() const { return std::get_if<List>(&value); }
    const Table* table() const { return std::get_if<Table>(&value); }
    /// The member `key` of a table, or null.
    const TomlNode* at(std::string_view key) const;
    friend bool operator==(const TomlNode& a, const TomlNode& b) { return a.value == b.value; }
};

/// How a file is laid out. `table` is the path of a table without positions: "form.sections[].fields[]", "" at the top.
struct TomlLayout {
    /// The place of `key` among the keys of `table`, from 0; keys of one place stand in the order of their letters.
    std::function<std::size_t(std::string_view table, std::string_view key)> place;
    /// Whether a list of tables ("form.sections[].fields[].options") stands as lines of { } where its values let it.
    std::function<bool(std::string_view list)> compact;
};

/// Paths go down as those of kit::Toml: "window.opens", "form.sections[2].fields[1].label.fi"; lists are counted
/// from 1. A key that is not made of A-Z a-z 0-9 _ - stands in quotes: sources."a.b".
class TomlTree {
  public:
    /// The tree of a file. Nothing, and what is wrong in `faults`, where it is no TOML, too large, or holds what no
    /// data file of ours may (times with an offset, infinite numbers, NUL).
    static std::optional<TomlTree> parse(const std::string& file, std::string_view text, Faults& faults);

    const TomlNode& root() const { return root_; }
    /// The value at `path`, or null.
    const TomlNode* get(std::string_view path) const;
    /// Puts `node` at `path`; tables on the way are made. False, and nothing is changed, when the path goes through
    /// something that is no table, to a place of a list that is not there, or when a text in `node` may not be written.
    bool set(std::string_view path, TomlNode node);
    /// Takes away a key or an element of a list; false when it is not there.
    bool remove(std::string_view path);
    /// Puts `node` before the element `position` of the list at `list`, from 1; one more than it has: at the end. A
    /// list that is missing is made. False as for set().
    bool insert(std::string_view list, std::size_t position, TomlNode node);
    /// Moves an element of a list to another position; false when one of them is not there.
    bool move(std::string_view list, std::size_t from, std::size_t to);

    std::string write(const TomlLayout& layout) const;
    friend bool operator==(const TomlTree&, const TomlTree&) = default;

  private:
    TomlNode root_;
};

/// "a.b" as a step of a path: in quotes where it needs them.
std::string toml_key(std::string_view key);
/// "form.sections[2].fields[1].label" without positions: "form.sections[].fields[].label".
std::string toml_pattern(std::string_view path);

}  // namespace vastin::kit
