// SPDX-License-Identifier: Apache-2.0
// How fast pages and archives are read: bytes of HTML a second into reports, of HTML into a tree
// alone, and of an archive's records passed over or read. The page is made up: an article among
// menus, related stories and comments, as large as news pages are (80 to 200 KB).
#include <benchmark/benchmark.h>
#include <zlib.h>

#include <cstring>

#include "isnad/report/captured_page.h"
#include "isnad/report/html/html_tree.h"
#include "isnad/report/html/read_html.h"

namespace {

// Five civilians were killed by shells on the town of Sarmin, rescuers said.
constexpr std::string_view kSentence =
    "قُتل خمسة مدنيين اليوم الثلاثاء في قصف مدفعي على بلدة سرمين، بحسب الدفاع المدني. ";

std::string page_of(size_t bytes) {
  std::string menu = "<nav><ul>";
  for (int i = 0; i < 40; ++i)
    menu += "<li class='menu-item'><a href='/s'>أخبار محلية</a></li>";  // local news
  std::string article =
      "<article class='post'><h1>قصف مدفعي على بلدة سرمين</h1>"    // shelling of Sarmin
      "<time datetime='2024-05-14T09:30:00Z'>14 أيار 2024</time>"  // 14 May 2024
      "<div class='entry-content'>";
  for (int i = 0; i < 12; ++i) {
    article += "<p>";
    for (int k = 0; k < 4; ++k) article += kSentence;
    article += "</p>";
  }
  std::string rest = "<aside class='related'>";
  const std::string card =
      "<div class='card'><a href='/n'><img src='a.jpg' alt='' class='thumb lazy'><h3>" +
      std::string(kSentence) + "</h3></a><script>var a = {b: 1};</script></div>";
  while (menu.size() + article.size() + rest.size() < bytes) rest += card;
  return "<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><body>" + menu +
         "</ul></nav>" + article + "</div></article>" + rest + "</aside></body></html>";
}

std::string record(const std::string& body) {
  const std::string message = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://n.example/\r\nContent-Type: "
         "application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(message.size()) + "\r\n\r\n" + message + "\r\n\r\n";
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

void count_bytes(benchmark::State& state, size_t bytes) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(bytes));
}

void html_tree(benchmark::State& state) {
  const std::string page = page_of(static_cast<size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(isnad::HtmlTree::parse(page));
  count_bytes(state, page.size());
}
BENCHMARK(html_tree)->Arg(100 << 10);

void html_report(benchmark::State& state) {
  const std::string page = page_of(static_cast<size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(isnad::read_html(page, {}));
  count_bytes(state, page.size());
}
BENCHMARK(html_report)->Arg(100 << 10)->Arg(1 << 20);

isnad::WarcReader reader_of(const std::string& archive) {
  return isnad::WarcReader(
      [&archive, at = size_t{0}](char* to, size_t most) mutable -> isnad::Result<size_t> {
        const size_t size = std::min(most, archive.size() - at);
        std::memcpy(to, archive.data() + at, size);
        at += size;
        return size;
      },
      "bench");
}

// Bytes as unpacked. 0: plain, 1: a gzip member a record.
void warc_pages(benchmark::State& state) {
  const std::string one = record(page_of(100 << 10));
  const std::string stored = state.range(0) == 0 ? one : gzip(one);
  std::string archive;
  for (int i = 0; i < 20; ++i) archive += stored;
  for (auto _ : state) {
    isnad::WarcReader reader = reader_of(archive);
    while (auto page = reader.next()) benchmark::DoNotOptimize(page);
  }
  count_bytes(state, 20 * one.size());
}
BENCHMARK(warc_pages)->Arg(0)->Arg(1);

void warc_reports(benchmark::State& state) {
  const std::string one = record(page_of(100 << 10));
  const std::string stored = gzip(one);
  std::string archive;
  for (int i = 0; i < 20; ++i) archive += stored;
  for (auto _ : state) {
    auto reports = isnad::capture_archive(reader_of(archive), "bench", {});
    while (auto report = reports()) benchmark::DoNotOptimize(report);
  }
  count_bytes(state, 20 * one.size());
}
BENCHMARK(warc_reports);

}  // namespace
