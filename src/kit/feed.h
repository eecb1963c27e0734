#pragma once
// Feeds that readers follow: Atom 1.0 (RFC 4287), written by libxml2.
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace vastin::kit {

/// atom:link. `rel` is "self", "alternate" or "related"; `language` may be empty.
struct FeedLink {
    std::string rel, type, address, language;
};

/// atom:category.
struct FeedCategory {
    std::string term, label;
};

/// One entry. `id` is a URI that never changes, whatever the entry says; `summary` is plain text.
struct FeedEntry {
    std::string id, title, summary;
    Instant published, updated;
    std::vector<FeedLink> links;
    std::vector<FeedCategory> categories;
};

struct Feed {
    std::string id, title, author;
    std::string language;  // "fi": of every text
    Instant updated;
    std::vector<FeedLink> links;
    std::vector<FeedEntry> entries;
};

/// The feed as an XML document in UTF-8. Texts are valid UTF-8; control letters, which XML does not take, are left out.
/// Throws std::runtime_error when libxml2 has no memory.
std::string atom(const Feed& feed);
inline constexpr const char* atom_type = "application/atom+xml";

}  // namespace vastin::kit
