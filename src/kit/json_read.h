#pragma once
// JSON that a person wrote: what is wrong with it, and where.
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kit/json.h"

namespace vastin::kit {

struct JsonFault {
    int line = 1, column = 1;  // from 1; columns count letters. Where the reading stopped
    std::string message;       // "expected a whole number or a text, found a fraction (write \"7,5\")"
};

/// As Json::read(), with the reason where it is no such JSON.
tl::expected<Json, JsonFault> read_json(std::string_view text);

}  // namespace vastin::kit
