#include "base/figure.h"

#include "base/check.h"

namespace vastin {

namespace {

Figure<Money> made(Phrase label, Because because) {
    Figure<Money> figure{Money(), std::move(label), std::make_shared<const Because>(std::move(because))};
    figure.value = recompute(figure);
    return figure;
}

}  // namespace

Figure<Money> given(Money value, Phrase label, Phrase source) {
    Because because;
    because.source = std::move(source);
    return {value, std::move(label), std::make_shared<const Because>(std::move(because))};
}

Figure<Money> sum(std::vector<Operand> operands, Phrase label, Phrase note, Phrase source) {
    return made(std::move(label), {Operation::sum, std::move(operands), {}, {}, std::move(note), std::move(source)});
}

Figure<Money> portion(Figure<Money> of, Share share, Rounding rounding, Phrase label, Phrase note, Phrase source) {
    return made(std::move(label),
                {Operation::portion, {{std::move(of)}}, share, rounding, std::move(note), std::move(source)});
}

Figure<Money> whole_of(Figure<Money> part, Share share, Rounding rounding, Phrase label, Phrase note, Phrase source) {
    return made(std::move(label),
                {Operation::whole, {{std::move(part)}}, share, rounding, std::move(note), std::move(source)});
}

Figure<Money> units_of(Figure<Money> price, std::int64_t count, Phrase label, Phrase note, Phrase source) {
    return made(std::move(label),
                {Operation::units, {{std::move(price)}}, {}, {}, std::move(note), std::move(source), count});
}

Figure<Money> even_part(
    Figure<Money> of, std::int64_t count, Rounding rounding, Phrase label, Phrase note, Phrase source) {
    return made(std::move(label),
                {Operation::part, {{std::move(of)}}, {}, rounding, std::move(note), std::move(source), count});
}

Money recompute(const Figure<Money>& figure) {
    if (!figure.because || figure.because->operation == Operation::given) {
        return figure.value;
    }
    const Because& why = *figure.because;
    if (why.operation == Operation::sum) {
        Money total;
        for (const Operand& operand : why.operands) {
            const Money value = recompute(operand.figure);
            total = operand.minus ? total - value : total + value;
        }
        return total;
    }
    check(why.operands.size() == 1, "a portion has one operand");
    const Money of = recompute(why.operands.front().figure);
    switch (why.operation) {
        case Operation::units:
            return units_of(of, why.count);
        case Operation::part:
            return even_part(of, why.count, why.rounding);
        case Operation::whole:
            return whole_of(of, why.share, why.rounding);
        default:
            return portion(of, why.share, why.rounding);
    }
}

}  // namespace vastin
