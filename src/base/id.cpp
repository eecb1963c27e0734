#include "base/id.h"

namespace vastin {

namespace {
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
}

IdText IdText::make(Instant at, const std::array<std::uint8_t, 10>& chance) {
    IdText made;
    auto time = static_cast<std::uint64_t>(at.milliseconds);
    for (int i = 9; i >= 0; --i, time >>= 5) {  // 10 letters hold the 48 bits of time
        made.letters_[static_cast<std::size_t>(i)] = alphabet[time & 31];
    }
    std::uint32_t bits = 0;
    int held = 0;
    std::size_t letter = 10;
    for (std::uint8_t byte : chance) {  // 16 letters hold the 80 bits of chance
        bits = (bits << 8) | byte;
        for (held += 8; held >= 5; held -= 5) {
            made.letters_[letter++] = alphabet[(bits >> (held - 5)) & 31];
        }
    }
    return made;
}

std::optional<IdText> IdText::read(std::string_view text) {
    IdText made;
    if (text.size() != made.letters_.size() || text[0] > '7') {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (alphabet.find(text[i]) == std::string_view::npos) {
            return std::nullopt;
        }
        made.letters_[i] = text[i];
    }
    return made;
}

}  // namespace vastin
