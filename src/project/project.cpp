#include "project/project.h"

#include <array>

namespace vastin::project {

bool is_business_id(std::string_view text) {
    static constexpr std::array weights{7, 9, 10, 5, 8, 4, 2};
    if (text.size() != 9 || text[7] != '-') {
        return false;
    }
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i != 7 && (text[i] < '0' || text[i] > '9')) {
            return false;
        }
        sum += i < weights.size() ? (text[i] - '0') * weights[i] : 0;
    }
    const int rest = sum % 11;
    return rest != 1 && text[8] - '0' == (rest == 0 ? 0 : 11 - rest);
}

ProjectState state(const Period& period, Date today) {
    return today < period.first   ? ProjectState::coming
           : today <= period.last ? ProjectState::running
                                  : ProjectState::ended;
}

std::vector<Money> part_support(Money support, const std::vector<Share>& shares) {
    return split(support, shares, {Money::cents(1), RoundingMode::down}, shares.size() - 1);
}

Money cut_to_hundredths_of_a_million(Money sum) {
    return portion(sum, whole_share, {Money::euros(10'000), RoundingMode::down});
}

std::string lowered(std::string_view text) {
    std::string small(text);
    for (std::size_t i = 0; i < small.size(); ++i) {
        const auto byte = static_cast<unsigned char>(small[i]);
        const auto next = i + 1 < small.size() ? static_cast<unsigned char>(small[i + 1]) : 0u;
        if (byte >= 'A' && byte <= 'Z') {
            small[i] = static_cast<char>(byte + 32);
        } else if (byte == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) {  // À to Þ, without ×
            small[i + 1] = static_cast<char>(next + 0x20);
        } else if (byte == 0xC5 && (next == 0xA0 || next == 0xBD)) {  // Š, Ž
            small[i + 1] = static_cast<char>(next + 1);
        }
    }
    return small;
}

std::string search_text(const Summary& summary) {
    std::string text = summary.name;
    for (const Implementer& one : summary.implementers) {
        text += "\n" + one.name.fi + "\n" + one.name.sv + "\n" + one.name.en + "\n" + one.business_id;
    }
    return lowered(text);
}

}  // namespace vastin::project
