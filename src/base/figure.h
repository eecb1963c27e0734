#pragma once
// A computed sum carries its because: operands, operation, source of the rule. Page, paper and auditor read the same
// one.
#include <memory>
#include <vector>

#include "base/money.h"
#include "base/phrase.h"

namespace vastin {

enum class Operation {
    given,    // typed by a person or set by a decision: no operands
    sum,      // operands added, or taken away where `minus`
    portion,  // `share` of the only operand, rounded
    whole,    // what the only operand is `share` of, rounded
    units,    // the only operand `count` times: hours at the price of an hour
    part,     // one of `count` even parts of the only operand, rounded
};

struct Because;

/// A value with its name and its because.
template <class T>
struct Figure {
    T value{};
    Phrase label;                            // "Kokkola's share"
    std::shared_ptr<const Because> because;  // null: given
};

struct Operand {
    Figure<Money> figure;
    bool minus = false;
};

struct Because {
    Operation operation = Operation::given;
    std::vector<Operand> operands;
    Share share{};
    Rounding rounding{};
    Phrase note;    // what a reader should know of the rule: "The base is all public funding." May be empty.
    Phrase source;  // where the rule stands: "Call 2025, Funding". May be empty.
    std::int64_t count = 0;
};

Figure<Money> given(Money value, Phrase label, Phrase source = {});
Figure<Money> sum(std::vector<Operand> operands, Phrase label, Phrase note = {}, Phrase source = {});
Figure<Money> portion(
    Figure<Money> of, Share share, Rounding rounding, Phrase label, Phrase note = {}, Phrase source = {});
Figure<Money> whole_of(
    Figure<Money> part, Share share, Rounding rounding, Phrase label, Phrase note = {}, Phrase source = {});

/// `count` >= 0 of `price`; and one of `count` > 0 even parts of `of`, which is not negative.
Figure<Money> units_of(Figure<Money> price, std::int64_t count, Phrase label, Phrase note = {}, Phrase source = {});
Figure<Money> even_part(
    Figure<Money> of, std::int64_t count, Rounding rounding, Phrase label, Phrase note = {}, Phrase source = {});

/// The value worked out anew from the because, down to what was given: what an auditor checks. Equals `value` always.
Money recompute(const Figure<Money>& figure);

}  // namespace vastin
