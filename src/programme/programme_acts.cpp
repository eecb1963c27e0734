#include "programme/programme_acts.h"

#include <stdexcept>

#include "programme/kept.h"
#include "programme/programme_store.h"

namespace vastin::programme {

Result<Published> publish(flow::Act& act, const Programme& programme) {
    if (current_hash(act.db()) == programme.hash) {
        return Published::unchanged;
    }
    put_version(act.db(), programme.hash, programme.file, act.now());
    act.record("programme", "programme.publish", {{"hash", programme.hash.text}});
    return Published::anew;
}

std::shared_ptr<const Programme> current(kit::Transaction& t) {
    const auto hash = current_hash(t);
    if (!hash) {
        throw std::runtime_error("no programme is published in this database");
    }
    return frozen_programme(t, *hash);
}

std::shared_ptr<const Programme> frozen_programme(kit::Transaction& t, const Hash& hash) {
    static Kept<Programme> kept;
    return kept.get(hash, [&] {
        const auto file = published_file(t, hash);
        if (!file) {
            throw std::runtime_error("no programme is published under the hash " + hash.text);
        }
        kit::Faults faults;
        Programme programme = load(*file, faults);
        if (!faults.none()) {
            throw std::runtime_error("the published programme cannot be read:\n" + faults.text());
        }
        return programme;
    });
}

}  // namespace vastin::programme
