#include "page/paper.h"

#include "kit/pdf.h"
#include "page/page_frame.h"

namespace vastin::page {

namespace {

kit::Response not_made(Visit& visit, kit::PdfFault why) {
    const Phrase print = say("You can print the page itself from your browser, or save it as PDF there.");
    if (why == kit::PdfFault::busy) {
        auto response = problem_page(visit,
                                     503,
                                     {say("The PDF is not ready yet"),
                                      {say("Many PDFs are being made just now. Try again in a moment."), print},
                                      "",
                                      {},
                                      ""});
        response.header("Retry-After", "5");
        return response;
    }
    if (why == kit::PdfFault::missing) {
        return problem_page(
            visit,
            503,
            {say("No PDF is made here"), {say("This service has no program that makes PDFs."), print}, "", {}, ""});
    }
    return problem_page(visit,
                        500,
                        {say("The PDF was not made"),
                         {say("The fault is ours and is in the log."), print},
                         visit.request.number,
                         {},
                         ""});
}

}  // namespace

Paper::Paper(Visit& visit, std::string_view file, const Phrase& title)
    : visit_(visit),
      frame_(visit.world.templates, "page/pages/paper.tpl", visit.language),
      body_(frame_.part("BODY", file)),
      title_(title) {}

kit::Response Paper::answer(const std::string& name, const std::string& foot) {
    if (visit_.world.pdf == nullptr) {
        return not_made(visit_, kit::PdfFault::missing);
    }
    const Frame& frame = frame_of(visit_);
    frame_.set("LANG", std::string(code(visit_.language)));
    frame_.set("TITLE", title_);
    frame_.set("OWNER", frame.owner);
    frame_.set("SERVICE", frame.service);
    frame_.set("FOOT", foot);
    auto made = visit_.world.pdf->make(frame_.html(), visit_.world.address);
    if (!made) {
        return not_made(visit_, made.error());
    }
    kit::Response response;
    response.type = "application/pdf";
    response.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.body = std::move(*made);
    return response;
}

}  // namespace vastin::page
