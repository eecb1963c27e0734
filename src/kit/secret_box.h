#pragma once
// A text shut under a secret that only somebody else holds (libsodium: XSalsa20 with Poly1305).
#include <optional>
#include <string>
#include <string_view>

namespace vastin::kit {

/// `text` shut under `secret` (kit::secret(), 128 bits of chance), as letters of base64. Each time another one.
std::string shut(std::string_view secret, std::string_view text);
/// What was shut; nothing under another secret or when a letter of it was changed.
std::optional<std::string> opened(std::string_view secret, std::string_view box);

}  // namespace vastin::kit
