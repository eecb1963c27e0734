#include "flow/act.h"

#include <algorithm>

#include "flow/audit.h"
#include "flow/flow_store.h"
#include "kit/hash.h"

namespace vastin::flow {

Act::Act(const World& world, Actor actor, Instant now) : world_(world), actor_(std::move(actor)), now_(now) {}

void Act::begin(kit::Transaction& transaction) {
    transaction_ = &transaction;
    records_.clear();
    ended_ = false;
    ids_given_ = secrets_given_ = 0;
}

IdText Act::next_id() {
    if (ids_given_ == ids_.size()) {
        ids_.push_back(IdText::make(now_, kit::chance()));
    }
    return ids_[ids_given_++];
}

std::string Act::secret() {
    if (secrets_given_ == secrets_.size()) {
        secrets_.push_back(kit::secret());
    }
    return secrets_[secrets_given_++];
}

void Act::record(const std::string& about, std::string_view deed, kit::Json::Object details) {
    check(!ended_, "what is done last is not recorded: the chains are written");
    records_.push_back({about, std::string(deed), kit::Json(std::move(details)).canonical()});
}

void Act::send(const Letter& letter) { put_letter(db(), new_id<Message>(), now_, letter); }

void Act::follow(std::string_view life, std::string_view event, const IdText& thing) {
    for (const Follower& follower : world_.followers) {
        if (follower.life == life && follower.event == event) {
            follower.act(*this, thing);
        }
    }
}

void Act::end() {
    ended_ = true;
    // chains are taken in one order, so that two acts on the same cases cannot wait for each other
    std::stable_sort(
        records_.begin(), records_.end(), [](const Noted& a, const Noted& b) { return a.about < b.about; });
    for (auto at = records_.begin(); at != records_.end();) {
        Head head = take_head(db(), at->about);
        for (const std::string about = at->about; at != records_.end() && at->about == about; ++at) {
            Record record{about, head.position + 1, now_, actor_.account, actor_.name, at->deed, at->details, {}};
            record.hash = chained(head.hash, record);
            put_record(db(), record);
            head.position = record.position;
            head.hash = record.hash;
        }
        move_head(db(), head.about, head.position, head.hash);
    }
}

}  // namespace vastin::flow
