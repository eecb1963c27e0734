#pragma once
// Inside kit/http: from a Response to bytes.
#include <string>
#include <string_view>

#include "kit/http.h"

namespace vastin::kit {

/// How an answer leaves, beside what it says.
struct Manner {
    bool keep = true;        // the connection stays open
    bool old = false;        // the peer speaks HTTP/1.0
    bool body_less = false;  // HEAD
};

/// Makes `response` a 304 without body when it has an ETag that the request already knows (GET and HEAD, 200).
void answer_known(Response& response, const Request& request);

/// Writes status line and headers of `response` to `out`, which is emptied first: what the handler set, Date,
/// Content-Length and the security headers that the handler did not set. A header with a control letter is a Bug.
void write_answer_head(std::string& out, const Response& response, Manner manner, Instant now);

/// How many bytes follow the head.
std::size_t answer_size(const Response& response, Manner manner);
/// Those that are at hand: of a Source none.
std::string_view answer_body(const Response& response, Manner manner);

}  // namespace vastin::kit
