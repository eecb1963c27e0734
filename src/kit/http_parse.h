#pragma once
// Inside kit/http: from bytes to the head of a request. Beast's parser judges the grammar; what it lets pass but two
// servers might read in two ways is refused here first (RELIABILITY 2, line 20).
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kit/http.h"

namespace vastin::kit {

/// Finds where a head ends while its bytes come in.
class HeadScan {
  public:
    /// Looks on in all of what was read so far. The size of the head with its empty line, or 0 when it has not ended
    /// yet. `status` becomes the answer owed when it can no longer become a good head: 400, 414 or 431.
    std::size_t find_end(std::string_view read, int& status);

  private:
    std::size_t seen_ = 0;   // bytes looked at
    std::size_t line_ = 0;   // where the line now read begins
    std::size_t lines_ = 0;  // lines ended
};

/// What the edge needs to know of a head beside the Request.
struct Head {
    int status = 0;                 // 0: good; else the answer owed, after which the connection is closed
    std::size_t body = 0;           // bytes that follow
    bool keep = false;              // the peer wants to keep the connection
    bool old = false;               // HTTP/1.0
    bool expects_continue = false;  // the peer waits for 100 before it sends the body
    bool multipart = false;         // the body is a form with files
};

/// Reads one head, which ends with its empty line: fills method, path, query, parameters and headers of `request` as
/// far as it is good.
Head read_head(std::string_view head, Request& request);

/// "text/html" of "Text/HTML ; charset=x".
std::string media_type(std::string_view content_type);

/// Each %xx once. Nothing when a % is not followed by two digits. With `plus_is_space` as in forms.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

}  // namespace vastin::kit
