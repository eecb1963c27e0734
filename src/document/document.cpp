#include "document/document.h"

#include "kit/hash.h"

namespace vastin::document {

Frozen freeze(const kit::Json& document, std::string rules) {
    Frozen frozen{document.canonical(), {}, std::move(rules)};
    frozen.hash = kit::sha256(frozen.content);
    return frozen;
}

std::vector<std::string> verify(kit::Database& database, std::int64_t& read) {
    constexpr std::int64_t a_time = 1000;
    std::vector<std::string> faults;
    Id<Submission> last{*IdText::read("00000000000000000000000000")};
    read = 0;
    for (std::vector<Sent> some;;) {
        database.read([&](kit::Transaction& t) { some = after(t, last, a_time); });
        if (some.empty()) {
            return faults;
        }
        for (const Sent& sent : some) {
            ++read;
            last = sent.id;
            if (kit::sha256(sent.frozen.content) != sent.frozen.hash) {
                faults.push_back("submission " + std::to_string(sent.number) + " of case " + sent.about +
                                 " is not what was sent");
            }
        }
    }
}

}  // namespace vastin::document
