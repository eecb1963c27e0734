#include "call/call_revision.h"

#include <algorithm>
#include <array>

#include "call/call_format.h"
#include "kit/toml_tree.h"

namespace vastin::call {

namespace {

constexpr std::array all_changes{Changed::window,
                                 Changed::money,
                                 Changed::applicants,
                                 Changed::questions,
                                 Changed::attachments,
                                 Changed::criteria,
                                 Changed::texts};

/// To what a key at the top of the file belongs.
Changed changed_by(std::string_view key) {
    constexpr std::array<std::pair<std::string_view, Changed>, 14> keys{{{"window", Changed::window},
                                                                         {"recommended_start", Changed::window},
                                                                         {"pots", Changed::money},
                                                                         {"funding", Changed::money},
                                                                         {"themes", Changed::applicants},
                                                                         {"projects", Changed::applicants},
                                                                         {"rules", Changed::applicants},
                                                                         {"stage", Changed::applicants},
                                                                         {"contact_before", Changed::applicants},
                                                                         {"one_project", Changed::applicants},
                                                                         {"form", Changed::questions},
                                                                         {"attachments", Changed::attachments},
                                                                         {"criteria", Changed::criteria},
                                                                         {"scoring", Changed::criteria}}};
    const auto* found = std::find_if(keys.begin(), keys.end(), [&](const auto& one) { return one.first == key; });
    return found == keys.end() ? Changed::texts : found->second;
}

kit::TomlTree tree_of(const Call& call) {
    kit::Faults faults;
    auto tree = kit::TomlTree::parse(call.file.name, call.file.text, faults);
    check(tree.has_value(), "the file of a published call can be read");
    return std::move(*tree);
}

}  // namespace

std::string_view code(Changed changed) {
    switch (changed) {
        case Changed::window:
            return "window";
        case Changed::money:
            return "money";
        case Changed::applicants:
            return "applicants";
        case Changed::questions:
            return "questions";
        case Changed::attachments:
            return "attachments";
        case Changed::criteria:
            return "criteria";
        case Changed::texts:
            break;
    }
    return "texts";
}

Phrase changed_name(Changed changed) {
    switch (changed) {
        case Changed::window:
            return say("when the call is open");
        case Changed::money:
            return say("money and shares");
        case Changed::applicants:
            return say("who may apply and for what");
        case Changed::questions:
            return say("questions of the form");
        case Changed::attachments:
            return say("attachments");
        case Changed::criteria:
            return say("criteria");
        case Changed::texts:
            break;
    }
    return say("texts");
}

std::string written(const Changes& changes) {
    std::string text;
    for (const Changed one : changes) {
        text += (text.empty() ? "" : " ") + std::string(code(one));
    }
    return text;
}

Changes read_changes(std::string_view text) {
    Changes found;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        for (const Changed one : all_changes) {
            if (code(one) == word) {
                found.insert(one);
            }
        }
    }
    return found;
}

Phrase words_of(const Changes& changes) {
    Phrase all;
    for (const Changed one : changes) {
        all = all.empty() ? changed_name(one) : say("{0}, {1}", all, changed_name(one));
    }
    return all;
}

Changes changes(const Call& before, const Call& after) {
    const kit::TomlTree old_tree = tree_of(before), new_tree = tree_of(after);
    const auto& old_keys = *old_tree.root().table();
    const auto& new_keys = *new_tree.root().table();
    Changes found;
    const auto note = [&](const std::string& key) {
        if (key != "revision") {
            found.insert(changed_by(key));
        }
    };
    for (const auto& [key, value] : new_keys) {
        const auto old = old_keys.find(key);
        if (old == old_keys.end() || !(old->second == value)) {
            note(key);
        }
    }
    for (const auto& [key, value] : old_keys) {
        if (!new_keys.contains(key)) {
            note(key);
        }
    }
    return found;
}

bool is_told(const Changes& changes) {
    return std::any_of(changes.begin(), changes.end(), [](Changed one) { return one != Changed::texts; });
}

bool needs_reason(const Changes& changes) {
    return changes.contains(Changed::money) || changes.contains(Changed::applicants) ||
           changes.contains(Changed::criteria);
}

std::vector<Reason> not_revisable(const Call& before, const Call& after, bool sent, Instant now) {
    std::vector<Reason> reasons;
    const Changes what = changes(before, after);
    const auto no = [&](Phrase why, const char* path) { reasons.push_back({std::move(why), path}); };
    if (state(before, now) == CallState::closed) {
        if (is_told(what)) {
            no(say("The call has closed. Only its texts can be changed any more."), "");
        }
        return reasons;
    }
    const bool opened = state(before, now) == CallState::open;
    if (opened && after.window.opens > now) {
        no(say("The call is open already: it cannot be made to open later."), "window.opens");
    }
    if (opened && after.window.closes < before.window.closes && after.window.closes < now + earlier_end_notice) {
        no(say("The call is open: an earlier end must be known at least 14 days before it."), "window.closes");
    }
    if (sent && after.register_series != before.register_series) {
        no(say("Applications have register numbers already: the series cannot be changed any more."),
           "register_series");
    }
    const bool new_reason = after.revision_reason && after.revision_reason != before.revision_reason;
    if (sent && needs_reason(what) && !new_reason) {
        no(say("Somebody has sent an application already. Write why {0} is changed.", words_of(what)),
           "revision.reason");
    }
    return reasons;
}

}  // namespace vastin::call
