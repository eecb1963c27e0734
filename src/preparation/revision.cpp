#include "preparation/revision.h"

#include "call/call_acts.h"

namespace vastin::preparation {

std::shared_ptr<const call::Call> revised(kit::Transaction& t, const Draft& draft) {
    const Origin& origin = draft.summary.origin;
    return origin.kind == Origin::Kind::revision ? call::frozen_call(t, origin.call_hash()) : nullptr;
}

void note_extension(kit::TomlTree& tree, const call::Call& before) {
    const kit::TomlTree old = tree_of(before.file.text);
    const auto time = [](const kit::TomlTree& of, std::string_view path) {
        const kit::TomlNode* node = of.get(path);
        const LocalTime* found = node == nullptr ? nullptr : std::get_if<LocalTime>(&node->value);
        return found == nullptr ? std::nullopt : std::optional(*found);
    };
    const auto was = time(old, "window.closes"), now = time(tree, "window.closes");
    const auto moved = was && now && *now > *was ? was : time(old, "window.extended_from");
    if (moved) {
        tree.set("window.extended_from", {*moved});
    } else {
        tree.remove("window.extended_from");
    }
}

std::vector<Reason> not_revisable(kit::Transaction& t, const Draft& draft, const call::Call& after, Instant now) {
    const auto before = revised(t, draft);
    if (before == nullptr) {
        return {};
    }
    auto reasons = application::not_revisable(t, *before, after, now);
    if (after.code != before->code) {
        reasons.push_back({say("A call that is changed keeps its code, {0}.", before->code.text), "code"});
    }
    return reasons;
}

}  // namespace vastin::preparation
