#include "kit/words.h"

#include <climits>
#include <cstring>
#include <fstream>
#include <iterator>
#include <locale>
#include <stdexcept>

#include <boost/locale/gnu_gettext.hpp>

#include "base/check.h"
#include "kit/words_forms.h"

namespace vastin::kit {

namespace {

using Catalogue = boost::locale::message_format<char>;

/// The number at byte `at` of a catalogue.
std::size_t word_at(const std::vector<char>& bytes, std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

/// Whether these are a .mo file whose tables and texts all lie inside it: Boost reads them later without asking again.
bool catalogue_is_whole(const std::vector<char>& bytes) {
    constexpr std::size_t head = 28, entry = 8;
    if (bytes.size() < head || word_at(bytes, 0) != 0x950412de) {
        return false;
    }
    const std::size_t count = word_at(bytes, 8);
    for (const std::size_t table : {word_at(bytes, 12), word_at(bytes, 16)}) {
        if (table > bytes.size() || (bytes.size() - table) / entry < count) {
            return false;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t length = word_at(bytes, table + i * entry);
            const std::size_t at = word_at(bytes, table + i * entry + 4);
            if (at > bytes.size() || bytes.size() - at <= length || bytes[at + length] != '\0') {
                return false;
            }
        }
    }
    const std::size_t hashes = word_at(bytes, 20), hash_table = word_at(bytes, 24);
    return hash_table <= bytes.size() && (bytes.size() - hash_table) / 4 >= hashes;
}

std::vector<char> read_catalogue(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error(path + ": the catalogue is missing");
    }
    std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    if (!catalogue_is_whole(bytes)) {
        throw std::runtime_error(path + ": not a catalogue of messages");
    }
    return bytes;
}

std::locale load_catalogue(const std::string& folder, const std::string& language) {
    const std::string path = folder + "/" + language + ".mo";
    const std::vector<char> bytes = read_catalogue(path);
    boost::locale::gnu_gettext::messages_info info;
    info.language = language;
    info.encoding = "UTF-8";
    info.paths.emplace_back(folder);
    info.domains.emplace_back("vastin");
    // Boost asks for folder/fi/LC_MESSAGES/vastin.mo; we have folder/fi.mo.
    info.callback = [&](const std::string&, const std::string&) { return bytes; };
    try {
        auto* facet = boost::locale::gnu_gettext::create_messages_facet<char>(info);
        if (facet == nullptr) {
            throw std::runtime_error("no messages");
        }
        return std::locale(std::locale::classic(), facet);
    } catch (const std::exception& why) {
        throw std::runtime_error(path + ": " + why.what());
    }
}

int small_count(std::int64_t n) {
    return n > INT_MAX ? INT_MAX : n < INT_MIN ? INT_MIN : static_cast<int>(n);  // n > 1 is n > 1 for any size
}

}  // namespace

struct Words::Inside {
    Inside(const std::string& folder, const Zone& where)
        : zone(where), locale_fi(load_catalogue(folder, "fi")), locale_sv(load_catalogue(folder, "sv")) {}

    /// The catalogue of a language; none for English, which stands in the source.
    const Catalogue* catalogue(Language language) const {
        return language == Language::fi ? fi : language == Language::sv ? sv : nullptr;
    }
    const char* sentence(Language language, const Phrase& phrase) const {
        const auto* words = catalogue(language);
        const char* found = nullptr;
        if (words != nullptr) {
            found = phrase.count ? words->get(0, nullptr, phrase.message.c_str(), small_count(*phrase.count))
                                 : words->get(0, nullptr, phrase.message.c_str());
        }
        // A word that the catalogue lacks is said in English; tools/check_texts.py does not let it come so far.
        return found != nullptr                     ? found
               : phrase.count && *phrase.count != 1 ? phrase.plural.c_str()
                                                    : phrase.message.c_str();
    }
    void append(std::string& out, Language language, const Phrase& phrase) const;
    void append_value(std::string& out, Language language, const Phrase::Value& value) const;

    Zone zone;
    std::locale locale_fi, locale_sv;  // own the catalogues
    const Catalogue* fi = &std::use_facet<Catalogue>(locale_fi);
    const Catalogue* sv = &std::use_facet<Catalogue>(locale_sv);
};

void Words::Inside::append_value(std::string& out, Language language, const Phrase::Value& value) const {
    struct Speak {
        const Inside& inside;
        std::string& out;
        Language language;
        void operator()(std::int64_t n) const { append_number(out, n, language); }
        void operator()(Money sum) const { append_money(out, sum, language, true); }
        void operator()(Share share) const { append_share(out, share, language); }
        void operator()(Date date) const { append_day(out, date, language); }
        void operator()(Instant at) const { append_moment(out, inside.zone.local(at), language, false); }
        void operator()(Period period) const { append_period(out, period, language); }
        void operator()(const std::string& text) const { out += text; }
        void operator()(const Localised& text) const { out += text.in(language); }
        void operator()(const Phrase& phrase) const { inside.append(out, language, phrase); }
    };
    std::visit(Speak{*this, out, language}, value);
}

void Words::Inside::append(std::string& out, Language language, const Phrase& phrase) const {
    if (phrase.own) {
        out += phrase.own->in(language);
        return;
    }
    if (phrase.message.empty()) {
        return;
    }
    for (const char* at = sentence(language, phrase); *at != '\0';) {
        const char* brace = std::strchr(at, '{');
        if (brace == nullptr) {
            out += at;
            return;
        }
        out.append(at, brace);
        if (brace[1] >= '0' && brace[1] <= '9' && brace[2] == '}') {
            const auto index = static_cast<std::size_t>(brace[1] - '0');
            check(index < phrase.values.size(), "a sentence asks for a value that was not given");
            append_value(out, language, phrase.values[index]);
            at = brace + 3;
        } else {
            out += '{';
            at = brace + 1;
        }
    }
}

Words::Words(const std::string& folder, const Zone& zone) : inside_(std::make_unique<Inside>(folder, zone)) {}
Words::~Words() = default;

std::string Words::text(Language language, const Phrase& phrase) const {
    std::string out;
    inside_->append(out, language, phrase);
    return out;
}

std::string Words::translated(Language language, std::string_view message) const {
    const auto* words = inside_->catalogue(language);
    if (words == nullptr) {
        return std::string(message);
    }
    // The empty message is the head of the catalogue, never a word.
    const char* found = message.empty() ? nullptr : words->get(0, nullptr, std::string(message).c_str());
    return found == nullptr ? std::string() : std::string(found);
}

const Zone& Words::zone() const { return inside_->zone; }

std::string Words::money(Language language, Money sum) const {
    std::string out;
    append_money(out, sum, language, true);
    return out;
}

std::string Words::whole_money(Language language, Money sum) const {
    std::string out;
    append_money(out, sum, language, sum.count() % 100 != 0);
    return out;
}

std::string Words::share(Language language, Share share) const {
    std::string out;
    append_share(out, share, language);
    return out;
}

std::string Words::number(Language language, std::int64_t n) const {
    std::string out;
    append_number(out, n, language);
    return out;
}

std::string Words::day(Language language, Date date) const {
    std::string out;
    append_day(out, date, language);
    return out;
}

std::string Words::period(Language language, Period period) const {
    std::string out;
    append_period(out, period, language);
    return out;
}

std::string Words::moment(Language language, Instant at) const {
    std::string out;
    append_moment(out, inside_->zone.local(at), language, false);
    return out;
}

std::string Words::second(Language language, Instant at) const {
    std::string out;
    append_moment(out, inside_->zone.local(at), language, true);
    return out;
}

std::string Words::span(Language language, Duration left) const {
    const std::int64_t whole = left.milliseconds / minutes(1).milliseconds;
    if (whole < 1) {
        return text(language, say("less than a minute"));
    }
    const std::int64_t d = whole / (24 * 60), h = whole / 60 % 24, m = whole % 60;
    // Rounded down: what is promised is never more than what is left.
    std::string out;
    const auto add = [&](std::int64_t n, const Phrase& phrase) {
        if (n > 0) {
            out += out.empty() ? "" : " ";
            for (const char c : text(language, phrase)) {
                c == ' ' ? out += no_break : out += c;
            }
        }
    };
    add(d, say_count(d, "{0} day", "{0} days", d));
    add(h, say_count(h, "{0} hour", "{0} hours", h));
    add(d > 0 ? 0 : m, say_count(m, "{0} minute", "{0} minutes", m));
    return out;
}

}  // namespace vastin::kit
