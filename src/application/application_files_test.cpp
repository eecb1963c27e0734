// Attachments of an application: who may add them, what is taken where, and what stands in what was sent.
#include "application/application_files.h"

#include "application/application_people_store.h"
#include "document/attachment.h"
#include "flow/flow_store.h"
#include "samples.h"
#include "town_cast.h"

namespace vastin::application {
namespace {

using cast::a_week_before;
using Kind = Refusal::Kind;
using Uploads = std::vector<kit::UploadedFile>;

Instant wall() { return a_week_before; }

class Files : public cast::Applicants {
  protected:
    kit::UploadedFile upload(const std::string& name, const std::string& bytes) {
        const auto intake = document::make_intake(database(), anna.id.str(), wall);
        EXPECT_EQ(intake->begin({}, "file", name), 0);
        intake->take(bytes);
        return intake->end();
    }
    Result<Attached> add(const identity::Person& who,
                         Id<Application> id,
                         const Uploads& files,
                         const std::string& place = "other") {
        return act_twice([&](flow::Act& a) { return attach(a, who, id.str(), place, files); },
                         a_week_before + minutes(1),
                         who.actor());
    }
    Done take_out(const identity::Person& who, Id<Application> id, const std::string& file) {
        return act_twice(
            [&](flow::Act& a) { return detach(a, who, id.str(), file); }, a_week_before + minutes(1), who.actor());
    }
    std::string why(const Result<Attached>& result) {
        const auto& reasons = result ? result->refused : result.error().reasons;
        return reasons.empty() ? "" : words().text(Language::en, reasons.front().phrase);
    }
    std::string names(Id<Application> id) {
        std::string all;
        for (const document::Attachment& one : found(id).files) {
            all += one.place + "/" + one.name + ";";
        }
        return all;
    }
    /// As if the call required the main funder's application.
    void require() { publish({{"required = false\nkinds = [\"pdf\"]", "required = true\nkinds = [\"pdf\"]"}}); }
};
VASTIN_ON_BOTH_DATABASES(Files);

TEST_P(Files, AreAddedEachForItselfAndRecorded) {
    const auto id = start(anna).value();
    const auto made =
        add(anna,
            id,
            {upload("a.pdf", cast::pdf_file("a")), upload("virus.pdf", cast::exe_file()), upload("b.csv", "a;b\n")});
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(made->added, 2);
    EXPECT_EQ(why(made), "The file “virus.pdf” is a program, whatever its name says. Send a document.");
    EXPECT_EQ(made->refused.front().field, "attachments.other");
    EXPECT_EQ(names(id), "other/a.pdf;other/b.csv;");
    const Application now = found(id);
    EXPECT_EQ(now.changed, a_week_before + minutes(1));
    EXPECT_EQ(now.version.number, 2) << "who sends what he saw before, is told";
    EXPECT_EQ(now.files.front().adder, anna.id.str());
    const auto records =
        read([](kit::Transaction& t) { return flow::records_of_deed_after(t, "application.attach", "", 0, 100); });
    EXPECT_EQ(records.size(), 2U);
    expect_whole();
}

TEST_P(Files, WhatDoesNotFitItsPlaceIsToldAndNothingChanges) {
    const auto id = start(anna).value();
    const auto refusal = [&](const Uploads& files, const std::string& place) {
        return why(tl::unexpected(refused(Kind::invalid, [&] { return add(anna, id, files, place); })));
    };
    EXPECT_EQ(refusal({}, "other"), "Choose a file first.");
    EXPECT_EQ(refusal({upload("x.docx", cast::docx_file())}, "main-funder-application"),
              "The file “x.docx” is of the form DOCX. Here these are taken: PDF.");
    EXPECT_EQ(refusal({upload("tyhjä.pdf", "")}, "other"),
              "The file “tyhjä.pdf” is empty. Check that it was saved, and choose it again.");
    EXPECT_EQ(refusal({{"file", "a.pdf", 5, std::string(64, 'a'), "pdf", ""}}, "other"),
              "The file “a.pdf” was not kept. Choose it again.");
    const auto text = upload("a.txt", "a");
    refused(Kind::not_found, [&] { return add(anna, id, {text}, "nothing"); });
    add(anna, id, {upload("1.pdf", cast::pdf_file("1"))}, "main-funder-application").value();
    EXPECT_EQ(refusal({upload("2.pdf", cast::pdf_file("2"))}, "main-funder-application"),
              "The file “2.pdf” was not added: only one file belongs here. Remove the one that is here first.");
    Uploads six;
    for (int i = 0; i < 6; ++i) {
        six.push_back(upload(std::to_string(i) + ".txt", std::to_string(i)));
    }
    const auto made = add(anna, id, six).value();
    EXPECT_EQ(made.added, 5);
    EXPECT_EQ(why(made), "The file “5.txt” was not added: at most 5 files belong here. Remove one first.");
    publish({{"most_megabytes = 20\nmost_files = 5", "most_megabytes = 1\nmost_files = 20"}});
    EXPECT_EQ(refusal({upload("big.txt", std::string(1'100'000, 'x'))}, "other"),
              "The file “big.txt” is larger than 1 MB. Save it smaller, for example with smaller pictures, or in two "
              "parts.");
}

TEST_P(Files, TheSameFormAgainAddsNothingAndTheSameFileUnderAnotherNameIsTold) {
    const auto id = start(anna).value();
    const auto file = upload("a.pdf", cast::pdf_file());
    add(anna, id, {file}).value();
    EXPECT_EQ(add(anna, id, {file}).value().added, 0);
    auto other = file;
    other.name = "b.pdf";
    EXPECT_EQ(why(add(anna, id, {other})), "The same file is here already under the name “a.pdf”.");
    EXPECT_EQ(add(anna, id, {file}, "main-funder-application").value().added, 1) << "another place is another matter";
    EXPECT_EQ(names(id), "other/a.pdf;main-funder-application/a.pdf;");
    EXPECT_EQ(rows("document_blob"), 1);
}

TEST_P(Files, AreNobodyElses) {
    const auto id = start(anna).value();
    add(anna, id, {upload("a.txt", "a")}).value();
    const std::string file = found(id).files.front().id.str();
    const auto other = upload("b.txt", "b");
    refused(Kind::not_found, [&] { return add(oskar, id, {other}); });
    refused(Kind::not_found, [&] { return take_out(oskar, id, file); });
    refused(Kind::not_found, [&] { return take_out(anna, id, "0123456789abcdefghjkmnpqrs"); });
    refused(Kind::not_found, [&] { return take_out(anna, id, "x"); });
    act([&](flow::Act& a) -> Result<int> {
        put_member(a.db(), id, {oskar.id, Right::prepare, a.now(), {}, {}});
        return 1;
    }).value();
    EXPECT_EQ(add(oskar, id, {upload("b.txt", "b")}).value().added, 1) << "who may prepare may add files";
    take_out(oskar, id, file).value();
    EXPECT_EQ(names(id), "other/b.txt;");
    refused(Kind::not_found, [&] { return take_out(anna, id, file); });
}

TEST_P(Files, WhatIsRequiredAndMissingStopsTheSendAndIsNamed) {
    require();
    const Application draft = whole_draft(anna);
    const auto refusal = refused(Kind::invalid, [&] { return send(anna, draft); });
    ASSERT_EQ(refusal.reasons.size(), 1U);
    EXPECT_EQ(words().text(Language::en, refusal.reasons[0].phrase),
              "Add the attachment: Application to the main funder.");
    EXPECT_EQ(refusal.reasons[0].field, "attachments.main-funder-application");
    add(anna, draft.id, {upload("a.pdf", cast::pdf_file())}, "main-funder-application").value();
    EXPECT_TRUE(send(anna, found(draft.id)).has_value());
}

TEST_P(Files, StandInTheDocumentAndStayWithItForEver) {
    const Application draft = whole_draft(anna);
    add(anna, draft.id, {upload("a.pdf", cast::pdf_file("a")), upload("b.txt", "b")}).value();
    const Application whole = found(draft.id);
    refused(Kind::conflict, [&] { return send(anna, draft); });
    send(anna, whole).value();
    const auto late = upload("c.txt", "c");
    refused(Kind::conflict, [&] { return add(anna, draft.id, {late}); });
    refused(Kind::conflict, [&] { return take_out(anna, draft.id, whole.files[0].id.str()); });
    const auto sent = read([&](kit::Transaction& t) { return document::newest(t, draft.id.str()); }).value();
    EXPECT_EQ(document::read_manifest(kit::Json::read(sent.frozen.content).value()), whole.files);

    act([&](flow::Act& a) { return reopen(a, anna, draft.id.str()); }, a_week_before + minutes(3), anna.actor())
        .value();
    take_out(anna, draft.id, whole.files[0].id.str()).value();
    EXPECT_EQ(names(draft.id), "other/b.txt;");
    const auto before = as_sent(found(draft.id), kit::Json::read(sent.frozen.content).value());
    EXPECT_EQ(before.files, whole.files) << "what was last sent stands";
    send(anna, found(draft.id), a_week_before + minutes(4)).value();
    document::forget_files(database(), a_week_before + hours(24 * 365), a_week_before + hours(24 * 365));
    std::int64_t files = 0;
    EXPECT_EQ(document::verify_files(database(), files), std::vector<std::string>());
    EXPECT_EQ(files, 2) << "both submissions have their files after a year; what was refused is gone";
    expect_whole();
}

TEST_P(Files, AFileThatComesWhileItIsSentIsNeitherLostNorSmuggledIn) {
    const Application draft = whole_draft(anna);
    const auto file = upload("late.txt", "late");
    cast::Interrupted meanwhile(database(), [&] {
        act([&](flow::Act& a) { return attach(a, anna, draft.id.str(), "other", {file}); }).value();
    });
    const auto sent = application::send(
        world_on_with_followers(meanwhile), anna, a_week_before + minutes(2), draft.id.str(), seen(draft), {});
    ASSERT_FALSE(sent.has_value());
    EXPECT_EQ(sent.error().kind, Kind::conflict);
    EXPECT_EQ(names(draft.id), "other/late.txt;");
    EXPECT_EQ(rows("document_submission"), 0);
}

}  // namespace
}  // namespace vastin::application
