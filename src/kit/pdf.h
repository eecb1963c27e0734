#pragma once
// HTML to PDF (WeasyPrint in a child process): PDF/UA-1 for readers, tagged, with its language and title. The HTML may
// use nothing but the resources it is given: neither files nor addresses (ECOSYSTEM 5).
#include <atomic>
#include <string>
#include <vector>

#include "base/result.h"
#include "kit/child.h"
#include "kit/limits.h"

namespace vastin::kit {

/// A style sheet or a font; in the HTML its address is "paper:" and its name.
struct PdfResource {
    std::string name, type, bytes;
};

/// missing: this machine has no WeasyPrint. busy: as many as may be are being made. failed: it took too long, or it is
/// a fault of ours; it stands in the log.
enum class PdfFault { missing, busy, failed };

class PdfMaker {
  public:
    /// `worker` is the text of src/kit/pdf_worker.py.
    PdfMaker(std::string worker,
             std::vector<PdfResource> resources,
             int at_once = limits::papers_at_once,
             ChildSettings child = {});
    /// The PDF of `html`, whose links begin at `base`. Takes about a second and a half; safe from any thread.
    tl::expected<std::string, PdfFault> make(const std::string& html, const std::string& base) const;

  private:
    std::vector<PdfResource> resources_;
    int at_once_;
    ChildSettings child_;
    mutable std::atomic<int> now_{0};
};

}  // namespace vastin::kit
