#pragma once
// Inside kit/http: a multipart/form-data form read in pieces, as browsers write it (RFC 7578 and the HTML standard).
// Fields are kept, files go to an Intake; whatever two readers might read in two ways is refused.
#include <optional>
#include <string>
#include <string_view>

#include "kit/http.h"

namespace vastin::kit {

/// The boundary that a Content-Type names, or nothing when it names none that the standard allows.
std::optional<std::string> multipart_boundary(std::string_view content_type);

class Multipart {
  public:
    /// `intake` must outlive this.
    Multipart(const std::string& boundary, Intake& intake);
    /// The next bytes of the body. 0, or the status owed, after which nothing more is fed: 400 for what is no such
    /// form, not UTF-8, holds NUL or names a field twice; 413 for too many fields, files or letters; or what the intake
    /// says.
    int feed(std::string_view bytes);
    /// Whether the form came to its end.
    bool whole() const { return state_ == State::ended; }
    /// What was read so far.
    Fields& fields() { return fields_; }
    std::vector<UploadedFile>& files() { return files_; }

  private:
    enum class State { first, delimiter, head, field, no_file, file, ended };
    bool step();  // false: more bytes are needed, or it failed
    bool fail(int status);
    bool read_delimiter();
    bool read_head();
    bool begin_part(const std::string& name, const std::optional<std::string>& file);
    bool read_body();
    bool take(std::string_view bytes);
    bool end_part();

    Intake& intake_;
    std::string boundary_;  // "\r\n--" and the boundary
    std::string held_;      // read, not yet understood
    std::size_t at_ = 0;    // where in held_
    State state_ = State::first;
    int status_ = 0;
    std::string name_, value_;  // of the field being read
    std::size_t letters_ = 0;   // bytes of all names and values
    Fields fields_;
    std::vector<UploadedFile> files_;
};

}  // namespace vastin::kit
