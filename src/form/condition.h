#pragma once
// The one small language of conditions in a call's file: when a question is shown, when it must be answered, what holds
// between answers, when a rule of money changes. Parsed and checked when the call is loaded, evaluated on what was
// read.
//   project_kind = "group" and sum(pay) > 100000
// docs/calls.md describes it for those who write calls.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "base/phrase.h"

namespace vastin::form {

struct Form;
struct Theme;
struct Checked;

/// What a term is. A choice is a text; yes_no a text that is "yes" or "no"; several are chosen ones.
enum class TermKind { number, money, percent, text, chosen, day };

/// What a name stands for.
struct Known {
    TermKind kind = TermKind::text;
    bool of_part = false;               // asked from each implementer
    bool of_rows = false;               // a column of a question of rows: only its sum, least, most
    bool worked_out = false;            // "plan.total_costs": not typed by anybody
    std::vector<std::string> values{};  // what a choice offers; empty: anything
};
using Names = std::map<std::string, Known, std::less<>>;

/// The names of a form's questions: "pay", "themes.battery" (percent), "period.first", "costs.sum" (a column of rows).
Names names_of(const Form& form, std::span<const Theme> themes);

/// Where a condition stands: among the common questions (those of parts only inside sum(), any(), lead() ...), or in a
/// part, where its own questions may be named as they are.
enum class Scope { common, part };

/// A mistake in the text of a condition, `offset` bytes into it.
struct ConditionFault {
    std::size_t offset = 0;
    Phrase said;  // "expected a comparison such as = or >=, found \"and\""
};

struct ConditionNode;

/// A condition that was parsed and fits its names. A default one holds always.
class Condition {
  public:
    Condition() = default;
    /// Every mistake is told by its place: an unknown name, a value that the choice does not offer, a day compared with
    /// money. Texts above kit/limits.h (letters, depth) are refused.
    static tl::expected<Condition, ConditionFault> parse(std::string_view text, const Names& names, Scope scope);

    const std::string& text() const { return text_; }
    /// The names in it, in the order in which they stand, each once.
    const std::vector<std::string>& names() const { return names_; }
    const ConditionNode* root() const { return root_.get(); }
    explicit operator bool() const { return root_ != nullptr; }

  private:
    std::string text_;
    std::vector<std::string> names_;
    std::shared_ptr<const ConditionNode> root_;
};

/// A value that a term has. std::monostate: not known, because nothing (readable) was answered.
using Term = std::variant<std::monostate, std::int64_t, Money, Share, Date, std::string, std::vector<std::string>>;
/// What was worked out, by name: "plan.total_costs".
using Worked = std::map<std::string, Term, std::less<>>;

/// What a condition is evaluated on. `part` is the number of the part (from 0) in which it stands.
struct Facts {
    const Checked* common = nullptr;
    std::vector<const Checked*> parts;
    const Worked* worked = nullptr;
    std::optional<std::size_t> part;
};

enum class Truth { no, yes, unknown };

/// How the comparison that decided came out, where there was one: "at least 30 000 euros" and "20 000 euros".
struct Measured {
    Truth truth = Truth::unknown;
    Phrase allowed, found;  // empty where there is nothing to measure
    Phrase off;             // how far: "10 000 euros too little"; empty where it cannot be said
};

/// Whether `condition` holds. What is not answered makes a comparison unknown; "and" and "or" are decided by what is
/// known.
Truth holds(const Condition& condition, const Facts& facts);
/// The same, with what the first comparison that failed allows and found.
Measured measure(const Condition& condition, const Facts& facts);

}  // namespace vastin::form
