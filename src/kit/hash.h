#pragma once
// Hashes and chance (OpenSSL, libsodium).
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace vastin::kit {

/// SHA-256 of `bytes`, 64 letters of 0-9a-f.
std::string sha256(std::string_view bytes);
/// The same, of bytes that come in pieces.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void add(std::string_view bytes);
    /// 64 letters of 0-9a-f. Begins anew afterwards.
    std::string end();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};
/// HMAC-SHA-256, 64 letters of 0-9a-f.
std::string keyed_hash(std::string_view key, std::string_view bytes);
/// Equal, in time that does not depend on where they differ.
bool same_secret(std::string_view a, std::string_view b);
/// 128 bits from the machine's generator, 32 letters of 0-9a-f: session tokens, one-time links.
std::string secret();
std::array<std::uint8_t, 10> chance();

/// argon2id, 19 MiB, 2 passes (about 48 ms); at most two at once, others wait. `password` is used whole, as given.
std::string password_hash(std::string_view password);
bool password_fits(const std::string& hash, std::string_view password);

}  // namespace vastin::kit
