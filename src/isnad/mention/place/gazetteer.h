// SPDX-License-Identifier: Apache-2.0
// The compiled gazetteer: places, cue words and the table of their keys, used in place from one
// mapped file. Immutable after loading; views into it live as long as it does.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

#include "isnad/base/container.h"
#include "isnad/mention/place/gazetteer_format.h"
#include "isnad/mention/place/geometry.h"
#include "isnad/mention/place/place_mention.h"

namespace isnad {

class Gazetteer {
 public:
  // Maps a file that `isnad gazetteer build` wrote and checks every index in it. Errors: those of
  // Container::open, kDamagedFile.
  [[nodiscard]] static Result<Gazetteer> load(const std::filesystem::path& path);
  // The same over bytes in memory, aligned to 64, which must outlive it.
  [[nodiscard]] static Result<Gazetteer> view(std::span<const std::byte> bytes, std::string where);

  // What a key stands for; nothing when no name or beginning of a name has it.
  struct Entry {
    std::span<const uint32_t> postings;  // see kPosting… in gazetteer_format.h
    bool is_prefix = false;
  };
  [[nodiscard]] std::optional<Entry> find(uint64_t key) const;
  // Postings of a whole name, as spelt by a user.
  [[nodiscard]] std::span<const uint32_t> find_name(std::string_view name) const;

  [[nodiscard]] size_t size() const { return places_.size(); }
  [[nodiscard]] const PlaceRecord& record(PlaceRow row) const { return places_[row]; }
  [[nodiscard]] const CueRecord& cue(uint32_t index) const { return cues_[index]; }
  [[nodiscard]] size_t cue_count() const { return cues_.size(); }
  [[nodiscard]] std::string_view text(uint32_t offset) const { return strings_.data() + offset; }
  [[nodiscard]] std::string_view name_ar(PlaceRow row) const { return text(record(row).name_ar); }
  [[nodiscard]] std::string_view name_en(PlaceRow row) const { return text(record(row).name_en); }
  [[nodiscard]] PlaceFeature feature(PlaceRow row) const {
    return static_cast<PlaceFeature>(record(row).feature);
  }
  [[nodiscard]] std::string_view country(PlaceRow row) const {
    return record(row).country[0] == 0 ? std::string_view()
                                       : std::string_view(record(row).country, 2);
  }
  [[nodiscard]] GeoPoint point(PlaceRow row) const {
    return {record(row).latitude / 1e5, record(row).longitude / 1e5};
  }
  // The row of a country by its ISO alpha-2 code, or kNoPlace.
  [[nodiscard]] PlaceRow country_row(std::string_view iso2) const;
  // A country's capital as the table of demonyms names it, or kNoPlace.
  [[nodiscard]] PlaceRow capital_of(std::string_view iso2) const;
  // Whether المملكة (the kingdom) can mean that country.
  [[nodiscard]] bool is_kingdom(std::string_view iso2) const;
  // The row with that id, or kNoPlace. Logarithmic.
  [[nodiscard]] PlaceRow row_of(std::string_view id) const;
  // Whether `inner` lies in `outer` by the links of the tables: its town, governorate or country.
  [[nodiscard]] bool is_within(PlaceRow inner, PlaceRow outer) const;
  // The place as mentions carry it, with its path of English names from the country inward; links
  // of the same name (the governorate and its city) stand once.
  [[nodiscard]] Place place(PlaceRow row) const;
  // The Arabic path for display, inward out: "سجن الصناعة, غويران, الحسكة, سوريا".
  [[nodiscard]] std::string path_ar(PlaceRow row) const;

  [[nodiscard]] std::string content_hash() const { return file_.content_hash(); }

 private:
  explicit Gazetteer(Container file) : file_(std::move(file)) {}
  [[nodiscard]] static Result<Gazetteer> from(Container file);
  [[nodiscard]] Result<bool> check() const;
  void index_countries();
  [[nodiscard]] const CueRecord* demonym_of(std::string_view iso2) const;
  [[nodiscard]] std::vector<PlaceRow> chain(PlaceRow row) const;

  Container file_;
  std::span<const PlaceRecord> places_;
  std::span<const CueRecord> cues_;
  std::span<const KeySlot> slots_;
  std::span<const uint32_t> postings_;
  std::string_view strings_;
  std::vector<PlaceRow> countries_;  // by the two letters of their code; made when loaded
};

}  // namespace isnad
