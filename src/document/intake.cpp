// Taking files in and giving them out, chunk by chunk.
#include "base/check.h"
#include "document/files_store.h"
#include "kit/hash.h"
#include "kit/limits.h"

namespace vastin::document {

namespace {

class FileIntake : public kit::Intake {
  public:
    FileIntake(kit::Database& database, std::string account, Instant (*now)())
        : database_(database), account_(std::move(account)), now_(now) {}

    int begin(const kit::Fields&, const std::string& field, const std::string& name) override {
        file_ = {field, name, 0, {}, {}, {}};
        fault_ = Fault::none;
        held_.clear();
        position_ = 0;
        const Instant began = now_();
        upload_ = Id<Upload>{IdText::make(began, kit::chance())};
        std::int64_t unused = 0;
        database_.read(
            [&](kit::Transaction& t) { unused = unused_bytes(t, account_, began - kit::limits::upload_kept); });
        if (unused >= static_cast<std::int64_t>(kit::limits::upload_unlinked)) {
            fault_ = Fault::too_much;
            return 0;
        }
        open_ = database_.write([&](kit::Transaction& t) {
            put_upload(t, upload_, account_, began);
            return true;
        });
        return 0;
    }

    void take(std::string_view bytes) override {
        file_.size += static_cast<std::int64_t>(bytes.size());
        if (fault_ != Fault::none) {
            return;  // read to its end, so that the answer can say what was wrong
        }
        if (file_.size > static_cast<std::int64_t>(kit::limits::upload_file)) {
            refuse(Fault::too_big);
            return;
        }
        hash_.add(bytes);
        while (!bytes.empty()) {
            const auto part = bytes.substr(0, kit::limits::upload_chunk - held_.size());
            held_.append(part);
            bytes.remove_prefix(part.size());
            if (held_.size() == kit::limits::upload_chunk) {
                flush();
            }
        }
    }

    kit::UploadedFile end() override {
        const std::string hash = hash_.end();
        if (fault_ == Fault::none) {
            flush();
            const Found found = look(chunks(database_, upload_.str(), file_.size));
            if (found.kind) {
                keep({hash, file_.size, *found.kind});
            } else {
                refuse(found.fault);
            }
        }
        file_.fault = code(fault_);
        return file_;
    }

    void abandon() override {
        if (open_) {
            drop();
        }
    }

  private:
    void flush() {
        if (held_.empty()) {
            return;
        }
        const kit::Bytes bytes{std::move(held_)};
        held_.clear();
        database_.write([&](kit::Transaction& t) {
            put_chunk(t, upload_, position_, bytes, file_.size);
            return true;
        });
        ++position_;
    }
    void keep(const Blob& blob) {
        const Instant now = now_();
        database_.write([&](kit::Transaction& t) {
            become_blob(t, upload_, blob, now);
            return true;
        });
        open_ = false;
        file_.hash = blob.hash;
        file_.kind = code(blob.kind);
    }
    void refuse(Fault fault) {
        fault_ = fault;
        held_.clear();
        drop();
    }
    void drop() {
        database_.write([&](kit::Transaction& t) {
            drop_upload(t, upload_.str());
            return true;
        });
        open_ = false;
    }

    kit::Database& database_;
    std::string account_;
    Instant (*now_)();
    kit::UploadedFile file_;
    Fault fault_ = Fault::none;
    Id<Upload> upload_;
    bool open_ = false;  // there is an upload that is no file yet
    kit::Sha256 hash_;
    std::string held_;  // less than a chunk
    std::int64_t position_ = 0;
};

class FileSource : public kit::Source {
  public:
    FileSource(kit::Database& database, std::string hash) : database_(database), hash_(std::move(hash)) {}
    std::string next() override {
        std::optional<std::string> piece;
        database_.read([&](kit::Transaction& t) {
            if (const auto upload = upload_of(t, hash_)) {
                piece = chunk(t, *upload, position_);
            }
        });
        ++position_;
        return std::move(piece).value_or(std::string());
    }

  private:
    kit::Database& database_;
    std::string hash_;
    std::int64_t position_ = 0;
};

/// For old browsers: letters that all of them take.
std::string plain(const std::string& name) {
    std::string made;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' && c != '%') {
            made += c;
        } else if (byte >= 0xC0 || byte < 0x80) {  // one for each letter
            made += '_';
        }
    }
    return made;
}

}  // namespace

std::unique_ptr<kit::Intake> make_intake(kit::Database& database, std::string account, Instant (*now)()) {
    return std::make_unique<FileIntake>(database, std::move(account), now);
}

kit::Response download(kit::Database& database, const Attachment& attachment) {
    kit::Response response;
    response.type = media_type(attachment.file.kind);
    response.source = std::make_shared<FileSource>(database, attachment.file.hash);
    response.length = static_cast<std::size_t>(attachment.file.size);
    response.header("Content-Disposition",
                    "attachment; filename=\"" + plain(attachment.name) + "\"; filename*=UTF-8''" +
                        kit::url_escaped(attachment.name));
    response.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header("Cache-Control", "no-store");
    return response;
}

}  // namespace vastin::document
