// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/warc/warc_reader.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstring>

#include "isnad/report/captured_page.h"
#include "isnad/report/warc/http_message.h"

namespace isnad {
namespace {

std::string record(const std::string& type, const std::string& content_type,
                   const std::string& body, const std::string& url = "https://n.example/1",
                   const std::string& length = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2024-05-14T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: " +
         content_type +
         "\r\nContent-Length: " + (length.empty() ? std::to_string(body.size()) : length) +
         "\r\n\r\n" + body + "\r\n\r\n";
}

std::string response(const std::string& body, const std::string& fields = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + fields + "\r\n" + body;
}

std::string page(const std::string& body, const std::string& fields = "") {
  return record("response", "application/http; msgtype=response", response(body, fields));
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// In small pieces, so that every border is crossed.
WarcReader reader_of(std::string bytes, size_t step = 777) {
  auto at = std::make_shared<size_t>(0);
  return WarcReader(
      [bytes = std::move(bytes), at, step](char* to, size_t most) -> Result<size_t> {
        const size_t size = std::min({most, step, bytes.size() - *at});
        std::memcpy(to, bytes.data() + *at, size);
        *at += size;
        return size;
      },
      "a.warc");
}

struct Read {
  std::vector<std::string> bodies;
  std::vector<std::string> errors;
  size_t passed_over = 0;
};

Read read_all(std::string bytes, size_t step = 777) {
  WarcReader reader = reader_of(std::move(bytes), step);
  Read read;
  while (auto page = reader.next()) {
    if (*page) {
      read.bodies.push_back((*page)->body);
    } else {
      read.errors.push_back(describe(page->error()));
    }
    if (read.bodies.size() + read.errors.size() > 1000) break;
  }
  read.passed_over = reader.passed_over();
  return read;
}

using Bodies = std::vector<std::string>;

TEST(WarcReader, PagesComeOutAndTheRestIsPassedOver) {
  const std::string archive =
      record("warcinfo", "application/warc-fields", "software: x\r\n") +
      record("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
      page("<p>one") + record("metadata", "application/warc-fields", "a: b\r\n") +
      record("revisit", "application/http; msgtype=response", response("")) +
      record("response", "application/http; msgtype=response",
             "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no") +
      record("response", "application/http; msgtype=response",
             "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n1") +
      record("resource", "text/html", "<p>two") + record("conversion", "text/plain", "three");
  const Read plain = read_all(archive);
  EXPECT_EQ(plain.bodies, (Bodies{"<p>one", "<p>two", "three"}));
  EXPECT_TRUE(plain.errors.empty()) << plain.errors.front();
  EXPECT_EQ(plain.passed_over, 6U);
  EXPECT_EQ(read_all(gzip(archive)).bodies, plain.bodies);  // all in one member
}

TEST(WarcReader, MembersAreReadOneByOneWithTheirOffsets) {
  const std::string first = gzip(page("<p>one"));
  WarcReader reader = reader_of(first + gzip(page("<p>two")));
  EXPECT_EQ((*reader.next())->offset, 0U);
  const auto second = reader.next();
  EXPECT_EQ((*second)->offset, first.size());
  EXPECT_EQ((*second)->body, "<p>two");
  EXPECT_EQ((*second)->date, "2024-05-14T10:00:00Z");
  EXPECT_FALSE(reader.next());
}

TEST(WarcReader, ChunksAndPackedBodiesAreUndone) {
  const std::string packed = gzip("<p>text of the page");
  const std::string chunked = "5\r\n<p>te\r\nA;x=y\r\nxt of the \r\n4\r\npage\r\n0\r\n\r\n";
  EXPECT_EQ(
      read_all(page(packed, "Content-Encoding: gzip\r\n") +
               page(chunked, "Transfer-Encoding: chunked\r\n") +
               page("<p>undone before", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"))
          .bodies,
      (Bodies{"<p>text of the page", "<p>text of the page", "<p>undone before"}));
}

TEST(WarcReader, ATruncatedArchiveGivesWhatItHolds) {
  for (const bool packed : {false, true}) {
    const std::string last = page("<p>two");
    std::string archive = packed ? gzip(page("<p>one")) + gzip(last) : page("<p>one") + last;
    archive.resize(archive.size() - 20);
    const Read read = read_all(archive);
    EXPECT_EQ(read.bodies, Bodies{"<p>one"});
    ASSERT_EQ(read.errors.size(), 1U);
    EXPECT_NE(read.errors[0].find("breaks off"), std::string::npos);
    EXPECT_TRUE(read.errors[0].starts_with("a.warc: "));
  }
}

TEST(WarcReader, DamageInOneMemberCostsThatOne) {
  std::string damaged = gzip(page("<p>two, long enough that there is something to damage in here"));
  for (size_t i = 60; i < 90; ++i) damaged[i] = static_cast<char>(damaged[i] ^ 0x5A);
  const Read read = read_all(gzip(page("<p>one")) + damaged + gzip(page("<p>three")));
  EXPECT_EQ(read.bodies, (Bodies{"<p>one", "<p>three"}));
  EXPECT_EQ(read.errors.size(), 1U);
}

TEST(WarcReader, NonsenseBetweenRecordsCostsNothingElse) {
  const Read read = read_all(page("<p>one") + "nonsense\r\n\r\n" + page("<p>two"));
  EXPECT_EQ(read.bodies, (Bodies{"<p>one", "<p>two"}));
  EXPECT_EQ(read.errors.size(), 1U);
}

TEST(WarcReader, DeclaredLengthsAreNotBelieved) {
  const std::string type = "application/http; msgtype=response";
  const Read read =
      read_all(page("<p>one") +
               record("response", type, response("<p>huge"), "https://n.example/2", "10737418240") +
               record("response", type, response("<p>odd"), "https://n.example/3", "-5") +
               record("response", type, response("<p>odder"), "https://n.example/4",
                      "99999999999999999999999") +
               page("<p>two"));
  EXPECT_EQ(read.bodies, (Bodies{"<p>one", "<p>two"}));
  ASSERT_EQ(read.errors.size(), 3U);
  EXPECT_NE(read.errors[0].find("10 GiB"), std::string::npos) << read.errors[0];
}

TEST(WarcReader, APageTooLargeIsNamedAndTheNextRead) {
  const std::string large(kLargestArchivedPage + 1, 'x');
  for (const bool packed : {false, true}) {
    const std::string archive =
        packed ? gzip(page(large)) + gzip(page("<p>two")) : page(large) + page("<p>two");
    const Read read = read_all(archive, 60'000);
    EXPECT_EQ(read.bodies, Bodies{"<p>two"});
    EXPECT_EQ(read.errors.size(), 1U);
  }
}

TEST(WarcReader, ZipBombsAreRefused) {
  // 200 MB of zeros: once as a member, once as a packed body.
  const std::string zeros(200'000'000, '\0');
  const std::string bomb = gzip(zeros);
  const std::string type = "application/http; msgtype=response";
  const Read member = read_all(gzip(page("<p>one")) + bomb + gzip(page("<p>two")), 60'000);
  EXPECT_EQ(member.bodies, (Bodies{"<p>one", "<p>two"}));
  EXPECT_EQ(member.errors.size(), 1U);
  const std::string large = gzip(record("response", type, response(zeros)));
  const Read declared = read_all(large + gzip(page("<p>two")), 60'000);
  EXPECT_EQ(declared.bodies, Bodies{"<p>two"});
  ASSERT_GE(declared.errors.size(), 1U);
  const Read body = read_all(page(bomb, "Content-Encoding: gzip\r\n") + page("<p>two"), 60'000);
  EXPECT_EQ(body.bodies, Bodies{"<p>two"});
  ASSERT_EQ(body.errors.size(), 1U);
  EXPECT_NE(body.errors[0].find("zip bomb"), std::string::npos);
}

TEST(WarcReader, WhatIsNoArchiveSaysSo) {
  EXPECT_EQ(read_all("hello").errors.size(), 1U);
  EXPECT_EQ(read_all(gzip("hello")).errors.size(), 1U);
  EXPECT_TRUE(read_all("").errors.empty());
  EXPECT_TRUE(looks_like_warc(gzip(page("x"))));
  EXPECT_TRUE(looks_like_warc(page("x")));
  EXPECT_FALSE(looks_like_warc(gzip("hello")));
  EXPECT_FALSE(looks_like_warc("hello"));
}

TEST(CaptureArchive, ReportsSayWhereTheyCameFrom) {
  const std::string body =
      "<html><h1>قصف على سرمين</h1><p>قُتل خمسة مدنيين اليوم في قصف مدفعي على بلدة "  // shelling of
                                                                                     // Sarmin: five
                                                                                     // civilians …
      "سرمين، بحسب الدفاع المدني.</p></html>";  // … were killed, rescuers said
  auto reports = capture_archive(reader_of(page("<p>nothing") + page(body)), "a.warc", {});
  const auto none = reports();
  ASSERT_TRUE(none && !*none);
  EXPECT_NE(describe(none->error()).find("https://n.example/1"), std::string::npos);
  const auto report = reports();
  ASSERT_TRUE(report && *report) << describe(report->error());
  EXPECT_EQ((*report)->raw, body);
  EXPECT_EQ(*(*report)->report.url, "https://n.example/1");
  EXPECT_EQ((*report)->capture.captured_at, "2024-05-14T10:00:00Z");
  EXPECT_TRUE((*report)->capture.parent.starts_with("warc:a.warc@"));
  EXPECT_NE((*report)->capture.http_headers.find("charset=utf-8"), std::string::npos);
}

TEST(HttpMessage, FieldsAreFoundWithoutCase) {
  const auto head = parse_http_head("HTTP/1.0 301 Moved\nlocation:  /x \nA: b\n\nrest");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 301);
  EXPECT_EQ(header_field(head->fields, "Location"), "/x");
  EXPECT_EQ(header_field(head->fields, "C"), "");
  EXPECT_EQ(media_type_of("Text/HTML; charset=x"), "text/html");
  EXPECT_FALSE(parse_http_head("HTTP/1.1 200 OK\r\nno end"));
}

}  // namespace
}  // namespace isnad
