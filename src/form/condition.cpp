// What a condition comes to on what was read.
#include "form/condition.h"

#include <algorithm>
#include <set>

#include "base/check.h"
#include "form/condition_node.h"
#include "form/form.h"

namespace vastin::form {

namespace {

/// The value of a question as a term.
Term term_of(const Value& value) {
    struct Maker {
        Term operator()(const std::string& text) const { return text; }
        Term operator()(Date day) const { return day; }
        Term operator()(Money sum) const { return sum; }
        Term operator()(const Choice& choice) const { return choice.value; }
        Term operator()(const ThemeShares&) const { return {}; }
        Term operator()(const Chosen& chosen) const { return chosen.values; }
        Term operator()(const YearSums& sums) const { return total(sums); }
        Term operator()(std::int64_t number) const { return number; }
        Term operator()(Share share) const { return share; }
        Term operator()(Period) const { return {}; }
        Term operator()(const Rows&) const { return {}; }
    };
    return std::visit(Maker(), value);
}

/// The share of a theme: "themes.battery"; 0 % where the shares are known and it has none.
Term theme_share(const ThemeShares& shares, std::string_view theme) {
    const auto found =
        std::find_if(shares.begin(), shares.end(), [&](const ThemeShare& one) { return one.theme == theme; });
    return found == shares.end() ? Share{} : found->share;
}

Term answer(const Checked* checked, const std::string& name) {
    if (checked == nullptr) {
        return {};
    }
    const auto found = checked->values.find(name);
    if (found != checked->values.end()) {
        return term_of(found->second);
    }
    const auto point = name.find('.');
    if (point == std::string::npos) {
        return {};
    }
    const std::string key = name.substr(0, point), rest = name.substr(point + 1);
    if (const auto* period = checked->value<Period>(key)) {
        return rest == "first" ? period->first : period->last;
    }
    const auto* shares = checked->value<ThemeShares>(key);
    return shares == nullptr ? Term() : theme_share(*shares, rest);
}

/// The cells of a column: "staff.hours".
std::vector<Term> cells(const Checked* checked, const std::string& name) {
    std::vector<Term> all;
    const auto point = name.find('.');
    const auto* rows = checked == nullptr ? nullptr : checked->value<Rows>(name.substr(0, point));
    if (rows == nullptr) {
        return all;
    }
    for (const Row& row : *rows) {
        const auto found = row.cells.find(name.substr(point + 1));
        if (found != row.cells.end()) {
            all.push_back(std::visit([](const auto& cell) { return term_of(Value(cell)); }, found->second));
        }
    }
    return all;
}

bool known(const Term& term) { return !std::holds_alternative<std::monostate>(term); }

constexpr std::int64_t largest = std::int64_t{1} << 53;  // sums of terms stay far from the end of int64

/// The number inside a term that can be added, or nothing.
std::optional<std::int64_t> amount(const Term& term) {
    if (const auto* number = std::get_if<std::int64_t>(&term)) {
        return *number;
    }
    if (const auto* sum = std::get_if<Money>(&term)) {
        return sum->count();
    }
    const auto* share = std::get_if<Share>(&term);
    return share == nullptr ? std::nullopt : std::optional(std::int64_t{share->basis_points});
}

Term of_kind(TermKind kind, std::int64_t amount) {
    if (amount > largest || amount < -largest) {
        return {};
    }
    switch (kind) {
        case TermKind::money:
            return Money::cents(amount);
        case TermKind::percent:
            return Share{static_cast<std::int32_t>(std::clamp<std::int64_t>(amount, -2'000'000'000, 2'000'000'000))};
        default:
            return amount;
    }
}

class Evaluator {
  public:
    explicit Evaluator(const Facts& facts) : facts_(facts), part_(facts.part) {}

    Truth truth(const ConditionNode& node) {
        switch (node.op) {
            case Op::either:
                return joined(node, Truth::yes);
            case Op::both:
                return joined(node, Truth::no);
            case Op::negation: {
                const Truth inner = truth(node.children[0]);
                return inner == Truth::unknown ? inner : inner == Truth::yes ? Truth::no : Truth::yes;
            }
            case Op::any:
                return over_parts(node.children[0], Truth::yes);
            case Op::all:
                return over_parts(node.children[0], Truth::no);
            case Op::answered:
            case Op::empty:
                return is_answered(node.children[0]) == (node.op == Op::answered) ? Truth::yes : Truth::no;
            default:
                return compared(node);
        }
    }

    Term term(const ConditionNode& node) {
        switch (node.op) {
            case Op::literal:
                return node.value;
            case Op::name:
                return named(node);
            case Op::lead:
                return facts_.parts.empty() ? Term() : answer(facts_.parts.front(), node.name);
            case Op::count:
                return count(node);
            case Op::distinct: {
                std::set<Term> different;
                for (const Term& value : values(node)) {
                    different.insert(value);
                }
                return static_cast<std::int64_t>(different.size());
            }
            case Op::sum:
            case Op::smallest:
            case Op::largest:
                return over(node);
            case Op::plus:
            case Op::minus:
                return added(node);
            default:
                return shared(node);
        }
    }

    /// The comparison that made `node` fail, or null: what can be measured and told.
    const ConditionNode* failed(const ConditionNode& node) {
        if (node.op == Op::both) {
            for (const ConditionNode& child : node.children) {
                if (truth(child) == Truth::no) {
                    return failed(child);
                }
            }
            return nullptr;
        }
        return node.op >= Op::equal && node.op <= Op::has ? &node : nullptr;
    }

  private:
    /// "or" is decided by the first yes, "and" by the first no; then what is unknown makes it unknown.
    Truth joined(const ConditionNode& node, Truth decides) {
        Truth all = decides == Truth::yes ? Truth::no : Truth::yes;
        for (const ConditionNode& child : node.children) {
            const Truth one = truth(child);
            if (one == decides) {
                return decides;
            }
            all = one == Truth::unknown ? one : all;
        }
        return all;
    }
    Truth over_parts(const ConditionNode& condition, Truth decides) {
        const auto before = part_;
        Truth all = decides == Truth::yes ? Truth::no : Truth::yes;
        for (std::size_t i = 0; i < facts_.parts.size() && all != decides; ++i) {
            part_ = i;
            const Truth one = truth(condition);
            all = one == decides || one == Truth::unknown ? one : all;
        }
        part_ = before;
        return all;
    }
    bool is_answered(const ConditionNode& field) {
        if (known(named(field))) {
            return true;
        }
        const Checked* checked = of(field.known);
        return checked != nullptr && checked->values.contains(field.name);
    }
    const Checked* of(const Known& name) const {
        return !name.of_part ? facts_.common : part_ && *part_ < facts_.parts.size() ? facts_.parts[*part_] : nullptr;
    }
    Term named(const ConditionNode& node) const {
        if (!node.known.worked_out) {
            return answer(of(node.known), node.name);
        }
        if (facts_.worked == nullptr) {
            return {};
        }
        const auto found = facts_.worked->find(node.name);
        return found == facts_.worked->end() ? Term() : found->second;
    }
    /// The answers of all parts that are known; of a column of rows its cells, in a part only its own.
    std::vector<Term> values(const ConditionNode& node) const {
        if (node.known.of_rows && (!node.known.of_part || part_)) {
            return cells(of(node.known), node.name);
        }
        std::vector<Term> all;
        for (const Checked* part : facts_.parts) {
            if (node.known.of_rows) {
                const auto more = cells(part, node.name);
                all.insert(all.end(), more.begin(), more.end());
            } else if (Term value = answer(part, node.name); known(value)) {
                all.push_back(std::move(value));
            }
        }
        return all;
    }
    Term count(const ConditionNode& node) {
        if (node.children.empty()) {
            return static_cast<std::int64_t>(facts_.parts.size());
        }
        const auto before = part_;
        std::int64_t number = 0;
        for (std::size_t i = 0; i < facts_.parts.size(); ++i) {
            part_ = i;
            number += truth(node.children[0]) == Truth::yes ? 1 : 0;
        }
        part_ = before;
        return number;
    }
    Term over(const ConditionNode& node) const {
        const std::vector<Term> all = values(node);
        if (node.op != Op::sum) {
            return all.empty()               ? Term()
                   : node.op == Op::smallest ? *std::min_element(all.begin(), all.end())
                                             : *std::max_element(all.begin(), all.end());
        }
        std::int64_t sum = 0;
        for (const Term& value : all) {
            sum += amount(value).value_or(0);
            if (sum > largest || sum < -largest) {
                return {};
            }
        }
        return of_kind(node.kind, sum);
    }
    Term added(const ConditionNode& node) {
        const auto left = amount(term(node.children[0])), right = amount(term(node.children[1]));
        if (!left || !right) {
            return {};
        }
        return of_kind(node.kind, node.op == Op::plus ? *left + *right : *left - *right);
    }
    /// 30 % of x; share(a, b). Of nothing there is no share: it is not known.
    Term shared(const ConditionNode& node) {
        const auto first = amount(term(node.children[0])), second = amount(term(node.children[1]));
        if (!first || !second) {
            return {};
        }
        __extension__ using Wide = __int128;
        const bool of = node.op == Op::share_of;
        const std::int64_t divisor = of ? whole_share.basis_points : *second;
        if (divisor <= 0) {
            return {};
        }
        const Wide product = static_cast<Wide>(*first) * (of ? *second : whole_share.basis_points);
        const Wide half = product < 0 ? -divisor / 2 : divisor / 2;
        const Wide value = (product + half) / divisor;
        return value > largest || value < -largest ? Term() : of_kind(node.kind, static_cast<std::int64_t>(value));
    }
    Truth compared(const ConditionNode& node) {
        const Term left = term(node.children[0]);
        if (!known(left)) {
            return Truth::unknown;
        }
        const auto said = [](bool yes) { return yes ? Truth::yes : Truth::no; };
        if (node.op == Op::in) {
            return said(std::find_if(node.children.begin() + 1, node.children.end(), [&](const ConditionNode& one) {
                            return one.value == left;
                        }) != node.children.end());
        }
        const Term right = term(node.children[1]);
        if (!known(right)) {
            return Truth::unknown;
        }
        switch (node.op) {
            case Op::has: {
                const auto& chosen = std::get<std::vector<std::string>>(left);
                return said(std::find(chosen.begin(), chosen.end(), std::get<std::string>(right)) != chosen.end());
            }
            case Op::equal:
                return said(left == right);
            case Op::unequal:
                return said(left != right);
            case Op::less:
                return said(left < right);
            case Op::at_most:
                return said(left <= right);
            case Op::more:
                return said(left > right);
            default:
                return said(left >= right);
        }
    }

    const Facts& facts_;
    std::optional<std::size_t> part_;
};

Phrase shown(const Term& term) {
    struct Shower {
        Phrase operator()(std::monostate) const { return {}; }
        Phrase operator()(std::int64_t number) const { return say("{0}", number); }
        Phrase operator()(Money sum) const { return say("{0}", sum); }
        Phrase operator()(Share share) const { return say("{0}", share); }
        Phrase operator()(Date day) const { return say("{0}", day); }
        Phrase operator()(const std::string&) const { return {}; }  // a value of the file, not a word for people
        Phrase operator()(const std::vector<std::string>&) const { return {}; }
    };
    return std::visit(Shower(), term);
}

/// What the comparison allows: "at least 30 000 euros".
Phrase allowed(Op op, const Phrase& limit) {
    switch (op) {
        case Op::equal:
            return say("exactly {0}", limit);
        case Op::unequal:
            return say("anything but {0}", limit);
        case Op::less:
            return say("less than {0}", limit);
        case Op::at_most:
            return say("at most {0}", limit);
        case Op::more:
            return say("more than {0}", limit);
        default:
            return say("at least {0}", limit);
    }
}

Phrase off(const Term& found, const Term& limit) {
    const auto left = amount(found), right = amount(limit);
    if (!left || !right || *left == *right) {
        return {};
    }
    const std::int64_t distance = *left < *right ? *right - *left : *left - *right;
    const TermKind kind = std::holds_alternative<Money>(found)   ? TermKind::money
                          : std::holds_alternative<Share>(found) ? TermKind::percent
                                                                 : TermKind::number;
    const Phrase by = shown(of_kind(kind, distance));
    return *left < *right ? say("{0} too little", by) : say("{0} too much", by);
}

}  // namespace

Truth holds(const Condition& condition, const Facts& facts) {
    return condition ? Evaluator(facts).truth(*condition.root()) : Truth::yes;
}

Measured measure(const Condition& condition, const Facts& facts) {
    if (!condition) {
        return {Truth::yes, {}, {}, {}};
    }
    Evaluator evaluator(facts);
    Measured measured{evaluator.truth(*condition.root()), {}, {}, {}};
    const ConditionNode* failed = measured.truth == Truth::no ? evaluator.failed(*condition.root()) : nullptr;
    if (failed == nullptr || failed->op == Op::in || failed->op == Op::has) {
        return measured;
    }
    const Term found = evaluator.term(failed->children[0]), limit = evaluator.term(failed->children[1]);
    if (!shown(found).empty() && !shown(limit).empty()) {
        measured = {measured.truth, allowed(failed->op, shown(limit)), shown(found), off(found, limit)};
    }
    return measured;
}

}  // namespace vastin::form
