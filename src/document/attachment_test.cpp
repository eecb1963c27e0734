// Files sent in: kept once for their content, given out as they came, forgotten when nobody needs them.
#include "document/attachment.h"

#include "acting.h"
#include "document/document.h"
#include "kit/hash.h"
#include "kit/limits.h"
#include "samples.h"

namespace vastin::document {
namespace {

Instant wall{1748246400000};
Instant wall_clock() { return wall; }

class Attachments : public cast::Acting {
  protected:
    void SetUp() override {
        cast::Acting::SetUp();
        wall = Instant{1748246400000};
    }
    kit::UploadedFile upload(const std::string& bytes, const std::string& name = "a.pdf", std::size_t step = 100'000) {
        cast::RunsTwice twice(database());
        const auto intake = make_intake(twice, "anna", wall_clock);
        EXPECT_EQ(intake->begin({}, "file", name), 0);
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            intake->take(std::string_view(bytes).substr(at, step));
        }
        return intake->end();
    }
    /// Puts a file that was sent in into the case `about`.
    Attachment attach(const std::string& about, const kit::UploadedFile& file) {
        return act([&](flow::Act& a) -> Result<Attachment> {
                   Attachment made{
                       a.new_id<Attachment>(), "plan", "a.pdf", find_blob(a.db(), file.hash).value(), a.now(), "anna"};
                   put_attachment(a.db(), about, made);
                   return made;
               })
            .value();
    }
    std::vector<Attachment> of(const std::string& about) {
        std::vector<Attachment> all;
        database().read([&](kit::Transaction& t) { all = attachments(t, about); });
        return all;
    }
    std::string given_out(const Attachment& one) {
        const auto response = download(database(), one);
        std::string all;
        for (std::string piece; !(piece = response.source->next()).empty();) {
            all += piece;
        }
        EXPECT_EQ(response.length, all.size());
        return all;
    }
    std::int64_t forget() { return forget_files(database(), wall, wall); }
    std::string verified() {
        std::int64_t read = 0;
        std::string all;
        for (const std::string& fault : verify_files(database(), read)) {
            all += fault + "\n";
        }
        return all;
    }
    std::int64_t chunks() { return cast::count(database(), "document_chunk"); }
};
VASTIN_ON_BOTH_DATABASES(Attachments);

TEST_P(Attachments, AFileIsGivenOutAsItCame) {
    std::string noise;
    for (unsigned i = 0; i < 700'000; ++i) {
        noise += static_cast<char>((i * 7919U) >> 3);
    }
    const std::string bytes = cast::pdf_file(noise);
    const auto file = upload(bytes, "../x/Suunnitelma \"1\".pdf", 4099);
    EXPECT_EQ(file.fault, "");
    EXPECT_EQ(file.kind, "pdf");
    EXPECT_EQ(file.size, static_cast<std::int64_t>(bytes.size()));
    EXPECT_EQ(file.hash, kit::sha256(bytes));
    EXPECT_EQ(chunks(), 3);
    const Attachment one = attach("pine", file);
    EXPECT_EQ(given_out(one), bytes);
    EXPECT_EQ(of("pine"), std::vector{one});
    EXPECT_EQ(of("spruce"), std::vector<Attachment>());
    EXPECT_EQ(verified(), "");
}

TEST_P(Attachments, TheSameContentIsKeptOnce) {
    const auto first = upload(cast::pdf_file("same")), second = upload(cast::pdf_file("same"), "b.pdf");
    EXPECT_EQ(first.hash, second.hash);
    EXPECT_EQ(second.name, "b.pdf");
    EXPECT_EQ(cast::count(database(), "document_blob"), 1);
    EXPECT_EQ(chunks(), 1);
    attach("pine", first);
    EXPECT_EQ(given_out(attach("spruce", second)), cast::pdf_file("same"));
}

TEST_P(Attachments, WhatIsNotTakenLeavesNothing) {
    EXPECT_EQ(upload("").fault, "empty");
    EXPECT_EQ(upload(cast::exe_file()).fault, "program");
    const auto big = upload(std::string(kit::limits::upload_file + 1, 'x'));
    EXPECT_EQ(big.fault, "too_big");
    EXPECT_EQ(big.size, static_cast<std::int64_t>(kit::limits::upload_file) + 1);
    EXPECT_EQ(big.hash, "");
    EXPECT_EQ(upload(std::string(kit::limits::upload_file, 'x')).fault, "") << "the limit itself";
    const auto intake = make_intake(database(), "anna", wall_clock);
    intake->begin({}, "file", "a");
    intake->take(std::string(600'000, 'x'));
    intake->abandon();
    EXPECT_EQ(cast::count(database(), "document_upload"), 1) << "of the largest one";
    EXPECT_EQ(chunks(), 80);
}

TEST_P(Attachments, OneIntakeTakesSeveralFilesAndEachIsItsOwn) {
    const auto intake = make_intake(database(), "anna", wall_clock);
    std::vector<kit::UploadedFile> all;
    for (const std::string& bytes : {cast::pdf_file("one"), cast::exe_file(), std::string("two")}) {
        intake->begin({}, "file", "a");
        intake->take(bytes);
        all.push_back(intake->end());
    }
    EXPECT_EQ(all[0].hash, kit::sha256(cast::pdf_file("one")));
    EXPECT_EQ(all[1].fault, "program");
    EXPECT_EQ(all[2].hash, kit::sha256("two"));
    intake->abandon();
    EXPECT_EQ(cast::count(database(), "document_blob"), 2) << "what was whole waits for a day";
}

TEST_P(Attachments, NobodyFillsTheDiskWithWhatIsNotUsed) {
    const auto file = upload(cast::pdf_file());
    cast::tamper(database(), "UPDATE document_upload SET size = 400000000");
    const auto refused = upload("more");
    EXPECT_EQ(refused.fault, "too_much");
    EXPECT_EQ(chunks(), 1);
    attach("pine", file);
    EXPECT_EQ(upload("more").fault, "") << "what is used does not count";
}

TEST_P(Attachments, WhatNoActTookIsForgottenAfterADay) {
    const auto used = upload(cast::pdf_file("used"));
    upload(cast::pdf_file("unused"));
    upload(cast::pdf_file("used"), "again.pdf");
    const auto half = make_intake(database(), "anna", wall_clock);
    half->begin({}, "file", "half");
    half->take(std::string(300'000, 'x'));
    const Attachment kept = attach("pine", used);
    EXPECT_EQ(forget(), 0) << "not yet";
    wall = wall + kit::limits::upload_kept + seconds(1);
    EXPECT_EQ(forget(), 3) << "the unused one, the half one, and the second sending";
    EXPECT_EQ(forget(), 0);
    EXPECT_EQ(chunks(), 1);
    EXPECT_EQ(given_out(kept), cast::pdf_file("used"));
}

TEST_P(Attachments, WhatWasRemovedStaysAMonthAndWhatWasSentForEver) {
    const Attachment removed = attach("pine", upload(cast::pdf_file("removed")));
    const Attachment sent = attach("pine", upload(cast::pdf_file("sent")));
    const auto now = wall;
    act([&](flow::Act& a) -> Result<int> {
        EXPECT_TRUE(remove_attachment(a.db(), "pine", removed.id, now));
        EXPECT_FALSE(remove_attachment(a.db(), "pine", removed.id, now)) << "once";
        EXPECT_FALSE(remove_attachment(a.db(), "spruce", sent.id, now)) << "of another case";
        keep_for_ever(a.db(), "pine");
        EXPECT_TRUE(remove_attachment(a.db(), "pine", sent.id, now));
        return 1;
    }).value();
    EXPECT_EQ(of("pine"), std::vector<Attachment>());
    wall = wall + kit::limits::attachment_kept;
    EXPECT_EQ(forget(), 0);
    EXPECT_EQ(given_out(removed), cast::pdf_file("removed"));
    wall = wall + seconds(1);
    EXPECT_EQ(forget(), 1);
    EXPECT_EQ(cast::count(database(), "document_attachment"), 1);
    EXPECT_EQ(given_out(sent), cast::pdf_file("sent"));
}

TEST_P(Attachments, SentInAgainItIsNeededAgain) {
    const Attachment removed = attach("pine", upload(cast::pdf_file()));
    act([&](flow::Act& a) -> Result<int> {
        return remove_attachment(a.db(), "pine", removed.id, a.now()) ? 1 : 0;
    }).value();
    wall = wall + kit::limits::attachment_kept + seconds(1);
    const auto again = upload(cast::pdf_file());
    EXPECT_EQ(forget(), 0) << "touched today; the second sending is young, too";
    EXPECT_EQ(given_out(attach("spruce", again)), cast::pdf_file());
    wall = wall + kit::limits::attachment_kept;
    EXPECT_EQ(forget(), 1) << "only the row of the second sending";
    EXPECT_EQ(of("spruce").size(), 1U);
    EXPECT_EQ(verified(), "");
}

TEST_P(Attachments, AChangedOrMissingFileIsFound) {
    const Attachment one = attach("pine", upload(cast::pdf_file()));
    const Frozen frozen = freeze(kit::Json::Object{{"attachments", manifest({one})}}, "rules");
    act([&](flow::Act& a) -> Result<int> {
        put(a.db(), a.new_id<Submission>(), "pine", 1, frozen, a.now());
        return 1;
    }).value();
    EXPECT_EQ(verified(), "");
    const auto back = kit::Json::read(frozen.content);
    EXPECT_EQ(read_manifest(back.value()), std::vector{one});
    EXPECT_EQ(read_manifest(kit::Json()), std::vector<Attachment>());
    cast::tamper(database(), "DELETE FROM document_chunk");
    EXPECT_EQ(verified(), "file " + one.file.hash + " is not what was sent in\n");
    cast::tamper(database(), "DELETE FROM document_attachment");
    cast::tamper(database(), "DELETE FROM document_blob");
    EXPECT_EQ(verified(), "file " + one.file.hash + " of a submission is missing\n");
}

TEST_P(Attachments, AreHandedOutAsFilesAndNothingElse) {
    Attachment one = attach("pine", upload("a;b\n", "x.csv"));
    one.name = "päätös \"1\" 100%.csv";
    const auto response = download(database(), one);
    std::string all;
    for (const auto& [name, value] : response.headers) {
        all += name + ": " + value + "\n";
    }
    EXPECT_EQ(response.type, "text/plain; charset=utf-8");
    EXPECT_EQ(all,
              "Content-Disposition: attachment; filename=\"p__t_s _1_ 100_.csv\"; "
              "filename*=UTF-8''p%C3%A4%C3%A4t%C3%B6s%20%221%22%20100%25.csv\n"
              "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; sandbox\n"
              "Cross-Origin-Resource-Policy: same-origin\n"
              "Cache-Control: no-store\n");
}

}  // namespace
}  // namespace vastin::document
