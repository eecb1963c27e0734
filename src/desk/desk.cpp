#include "desk/desk.h"

#include <algorithm>

#include "base/check.h"
#include "project/project.h"

namespace vastin::desk {

Sums& Sums::operator+=(const Sums& more) {
    support += more.support;
    city += more.city;
    other += more.other;
    own += more.own;
    outside += more.outside;
    return *this;
}

Sums& Sums::operator-=(const Sums& less) {
    support -= less.support;
    city -= less.city;
    other -= less.other;
    own -= less.own;
    outside -= less.outside;
    return *this;
}

namespace {

Money cents_at(const kit::Json& holder, std::string_view key) {
    const auto* cents = holder[key].number();
    return cents == nullptr ? Money() : Money::cents(*cents);
}

/// Where the money of a payer is counted.
Money& place_of(Sums& sums, const funding::Rules& rules, const std::string& payer) {
    const auto* rule = funding::find_payer(rules, {payer});
    if (payer == rules.support.text) {
        return sums.support;
    }
    switch (rule == nullptr ? funding::PayerClass::outside_private : rule->payer) {
        case funding::PayerClass::city:
            return sums.city;
        case funding::PayerClass::eu_and_state:
        case funding::PayerClass::other_municipality:
        case funding::PayerClass::other_public:
            return sums.other;
        case funding::PayerClass::own_public:
        case funding::PayerClass::own_private:
            return sums.own;
        case funding::PayerClass::outside_private:
            break;
    }
    return sums.outside;
}

Sums whole(const kit::Json& document, const funding::Rules& rules) {
    Sums sums;
    const auto* parts = document["parts"].list();
    for (std::size_t i = 0; parts != nullptr && i < parts->size(); ++i) {
        const kit::Json& plan = (*parts)[i]["plan"];
        sums.outside += cents_at(plan, "outside");
        const auto* lines = plan["lines"].list();
        for (std::size_t at = 0; lines != nullptr && at < lines->size(); ++at) {
            place_of(sums, rules, (*lines)[at].text_or("payer")) += cents_at((*lines)[at], "cents");
        }
    }
    return sums;
}

}  // namespace

std::vector<ThemeSums> sums_by_theme(const kit::Json& document, const funding::Rules& rules) {
    std::vector<ThemeSums> all;
    std::vector<Share> shares;
    std::int32_t together = 0;
    if (const auto* themes = document["common"]["read_as"]["themes"].object()) {
        for (const auto& [theme, share] : *themes) {
            check(share.number() != nullptr, "a theme's share in a document");
            shares.push_back({static_cast<std::int32_t>(*share.number())});
            together += shares.back().basis_points;
            all.push_back({theme, shares.back(), {}});
        }
    }
    if (together != whole_share.basis_points) {
        all = {{"", whole_share, {}}};
        shares = {whole_share};
    }
    const Sums sums = whole(document, rules);
    for (Money Sums::*one : {&Sums::support, &Sums::city, &Sums::other, &Sums::own, &Sums::outside}) {
        const auto parts = split(sums.*one, shares, {Money::cents(1), RoundingMode::nearest}, shares.size() - 1);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i].sums.*one = parts[i];
        }
    }
    return all;
}

std::vector<std::string> search_words(std::string_view text) {
    constexpr std::size_t least = 2, most = 24;
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (word.size() >= least) {
            std::string hex;
            for (const char c : word.substr(0, most)) {
                constexpr const char* digits = "0123456789abcdef";
                hex += digits[static_cast<unsigned char>(c) / 16];
                hex += digits[static_cast<unsigned char>(c) % 16];
            }
            if (std::find(words.begin(), words.end(), hex) == words.end()) {
                words.push_back(hex);
            }
        }
        word.clear();
    };
    for (const char c : project::lowered(text)) {
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
        if (letter) {
            word += c;
        } else {
            end_word();
        }
    }
    end_word();
    return words;
}

Phrase state_words(application::State state) {
    switch (state) {
        case application::State::draft:
            return say("Draft, not sent");
        case application::State::received:
            return say("Received");
        case application::State::reopened:
            return say("Being changed");
        case application::State::withdrawn:
            return say("Withdrawn");
    }
    return {};
}

namespace {

struct Deed {
    std::string_view deed;
    const char* words;
};
// clang-format off
constexpr Deed deeds[]{
    {"application.start",                /* say */ "Draft begun"},
    {"application.save",                 /* say */ "Answers saved"},
    {"application.add_part",             /* say */ "Implementer added"},
    {"application.remove_part",          /* say */ "Implementer taken out"},
    {"application.invite",               /* say */ "Somebody invited to take part"},
    {"application.take_invitation_back", /* say */ "Invitation taken back"},
    {"application.take_part",            /* say */ "Invitation accepted"},
    {"application.give_right",           /* say */ "Right changed"},
    {"application.take_out",             /* say */ "Somebody taken out"},
    {"application.send",                 /* say */ "Application sent"},
    {"application.reopen",               /* say */ "Application opened for changes"},
    {"application.withdraw",             /* say */ "Application withdrawn"},
    {"desk.look_at",                     /* say */ "Marked as looked at"},
    {"desk.read",                        /* say */ "Application read"},
    {"desk.remind",                      /* say */ "Reminder of the deadline sent"},
    {"desk.tell_change",                 /* say */ "Told that the call was changed"},
    {"attachment.add",                   /* say */ "Attachment added"},
    {"attachment.remove",                /* say */ "Attachment removed"},
};
// clang-format on

}  // namespace

Phrase deed_words(std::string_view deed) {
    for (const Deed& known : deeds) {
        if (known.deed == deed) {
            return say(/* listed */ known.words);
        }
    }
    return say("Another deed: {0}", std::string(deed));
}

Phrase actor_words(std::string_view name) {
    if (name == "clock") {
        return say("the service, by its clock");
    }
    if (name == "demo") {
        return say("the demo town");
    }
    if (name == "command line") {
        return say("the service's keeper");
    }
    return say("{0}", std::string(name));
}

}  // namespace vastin::desk
