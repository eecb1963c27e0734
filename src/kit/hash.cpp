#include "kit/hash.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <sodium.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "base/check.h"

namespace vastin::kit {

namespace {

constexpr unsigned long long password_passes = 2;
constexpr std::size_t password_memory = 19ull * 1024 * 1024;
constexpr int passwords_at_once = 2;

using Digest = std::array<unsigned char, 32>;

std::string hex(const unsigned char* bytes, std::size_t size) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(size * 2, '0');
    for (std::size_t i = 0; i < size; ++i) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    return text;
}

/// Looking an algorithm up costs more than hashing a short text: once for the life of the process.
const EVP_MD* sha256_algorithm() {
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    check(algorithm != nullptr, "OpenSSL has no SHA-256");
    return algorithm;
}

EVP_MD_CTX* sha256_context() {
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                                       EVP_MD_CTX_free);
    check(context != nullptr, "no memory for a hash");
    return context.get();
}

/// A context of this thread that already knows it hashes with SHA-256.
EVP_MAC_CTX* hmac_context() {
    static EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    check(algorithm != nullptr, "OpenSSL has no HMAC");
    thread_local const std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context(
        [] {
            EVP_MAC_CTX* made = EVP_MAC_CTX_new(algorithm);
            char name[] = "SHA256";
            const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
                                             OSSL_PARAM_construct_end()};
            check(made != nullptr && EVP_MAC_CTX_set_params(made, parameters) == 1, "HMAC with SHA-256");
            return made;
        }(),
        EVP_MAC_CTX_free);
    return context.get();
}

void need_sodium() {
    static const int ready = sodium_init();
    check(ready >= 0, "libsodium does not start");
}

/// Holds one of the two places where passwords are hashed: each takes 19 MiB and a core for 48 ms.
class PasswordPlace {
  public:
    PasswordPlace() {
        std::unique_lock lock(gate().mutex);
        gate().left.wait(lock, [] { return gate().free > 0; });
        --gate().free;
    }
    ~PasswordPlace() {
        {
            const std::lock_guard lock(gate().mutex);
            ++gate().free;
        }
        gate().left.notify_one();
    }
    PasswordPlace(const PasswordPlace&) = delete;
    PasswordPlace& operator=(const PasswordPlace&) = delete;

  private:
    struct Gate {
        std::mutex mutex;
        std::condition_variable left;
        int free = passwords_at_once;
    };
    static Gate& gate() {
        static Gate one;
        return one;
    }
};

}  // namespace

std::string sha256(std::string_view bytes) {
    Digest digest;
    EVP_MD_CTX* context = sha256_context();
    check(EVP_DigestInit_ex2(context, sha256_algorithm(), nullptr) == 1 &&
              EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1 &&
              EVP_DigestFinal_ex(context, digest.data(), nullptr) == 1,
          "SHA-256");
    return hex(digest.data(), digest.size());
}

struct Sha256::Inside {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    void begin() const {
        check(context != nullptr && EVP_DigestInit_ex2(context.get(), sha256_algorithm(), nullptr) == 1,
              "SHA-256 begins");
    }
};

Sha256::Sha256() : inside_(std::make_unique<Inside>()) { inside_->begin(); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    check(EVP_DigestUpdate(inside_->context.get(), bytes.data(), bytes.size()) == 1, "SHA-256 goes on");
}

std::string Sha256::end() {
    Digest digest{};
    check(EVP_DigestFinal_ex(inside_->context.get(), digest.data(), nullptr) == 1, "SHA-256 ends");
    inside_->begin();
    return hex(digest.data(), digest.size());
}

std::string keyed_hash(std::string_view key, std::string_view bytes) {
    Digest digest;
    std::size_t size = 0;
    EVP_MAC_CTX* context = hmac_context();
    const auto* key_bytes = reinterpret_cast<const unsigned char*>(key.empty() ? "" : key.data());  // null: the old key
    check(EVP_MAC_init(context, key_bytes, key.size(), nullptr) == 1 &&
              EVP_MAC_update(context, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()) == 1 &&
              EVP_MAC_final(context, digest.data(), &size, digest.size()) == 1 && size == digest.size(),
          "HMAC-SHA-256");
    return hex(digest.data(), digest.size());
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string secret() {
    need_sodium();
    std::array<unsigned char, 16> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes.data(), bytes.size());
}

std::array<std::uint8_t, 10> chance() {
    need_sodium();
    std::array<std::uint8_t, 10> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string password_hash(std::string_view password) {
    need_sodium();
    const PasswordPlace place;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(),
                              password.data(),
                              password.size(),
                              password_passes,
                              password_memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::runtime_error("no memory to hash a password");
    }
    return hash.data();
}

bool password_fits(const std::string& hash, std::string_view password) {
    need_sodium();
    const PasswordPlace place;
    return hash.size() < crypto_pwhash_STRBYTES &&
           crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace vastin::kit
