#include "kit/pdf.h"

#include "kit/json.h"
#include "kit/log.h"

namespace vastin::kit {

namespace {

constexpr int no_weasyprint = 3;  // what the worker exits with
constexpr int no_program = 127;

/// One of the places of those that may be made at once.
class Place {
  public:
    Place(std::atomic<int>& now, int most) : now_(now), given_(now.fetch_add(1) < most) {}
    ~Place() { now_.fetch_sub(1); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    bool given() const { return given_; }

  private:
    std::atomic<int>& now_;
    bool given_;
};

}  // namespace

PdfMaker::PdfMaker(std::string worker, std::vector<PdfResource> resources, int at_once, ChildSettings child)
    : resources_(std::move(resources)), at_once_(at_once), child_(std::move(child)) {
    if (child_.command.empty()) {
        child_.command = {"/usr/bin/python3", "-I", "-c", std::move(worker)};
    }
}

tl::expected<std::string, PdfFault> PdfMaker::make(const std::string& html, const std::string& base) const {
    const Place place(now_, at_once_);
    if (!place.given()) {
        return tl::unexpected(PdfFault::busy);
    }
    Json::List listed;
    std::string bytes;
    for (const PdfResource& one : resources_) {
        listed.push_back(Json::Object{
            {"name", one.name}, {"type", one.type}, {"size", static_cast<std::int64_t>(one.bytes.size())}});
        bytes += one.bytes;
    }
    const Json head(Json::Object{{"base", base}, {"resources", std::move(listed)}});
    ChildResult made = run_child(child_, head.canonical() + "\n" + bytes + html);
    if (made.status == no_weasyprint || made.status == no_program) {
        return tl::unexpected(PdfFault::missing);
    }
    if (made.status != 0 || !made.output.starts_with("%PDF-")) {
        log("incident", {{"what", "a PDF was not made"}, {"status", std::to_string(made.status)}, {"said", made.said}});
        return tl::unexpected(PdfFault::failed);
    }
    return std::move(made.output);
}

}  // namespace vastin::kit
