// SPDX-License-Identifier: Apache-2.0
// Column names as docs/reference/exports.md says, and our own shape.
#include "isnad/export/incident_rows.h"

#include <algorithm>
#include <cmath>

#include "isnad/export/row_parts.h"
#include "isnad/export/row_shapes.h"

namespace isnad {
namespace {

using namespace rows;

std::vector<Row> native(const Incident& incident, const RowOptions& options) {
  Row row = {incident.id,
             incident.title,
             incident.type,
             incident.mode,
             incident.means,
             day(incident.earliest),
             day(incident.latest),
             place_name(incident),
             incident.place ? incident.place->name_ar : "",
             incident.place ? incident.place->country : "",
             incident.place ? incident.place->adm1 : "",
             incident.place ? degrees(incident.place->latitude) : "",
             incident.place ? degrees(incident.place->longitude) : "",
             incident.place && incident.place->radius_km > 0
                 ? std::to_string(std::lround(incident.place->radius_km * 1000))
                 : "",
             join(parties(incident, Field::kAgent, options), "; "),
             join(parties(incident, Field::kTarget, options), "; ")};
  for (const Field field : {Field::kKilled, Field::kInjured}) {
    const Bounds toll = bounds(incident, field);
    row.push_back(number(toll.low));
    row.push_back(toll.open ? "" : number(toll.high));
  }
  for (const Agreement agreement : incident.agreement) row.emplace_back(agreement_name(agreement));
  row.insert(row.end(),
             {std::to_string(incident.reports.size()), std::to_string(incident.independent_chains),
              std::to_string(incident.copies), std::string(grade_name(incident.grade)),
              incident.grade_reason, incident.review.status, join(incident.reports, "; ")});
  return {row};
}

Row split(std::string_view names) {
  Row columns;
  while (!names.empty()) {
    const size_t comma = std::min(names.find(','), names.size());
    columns.emplace_back(names.substr(0, comma));
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return columns;
}

}  // namespace

std::vector<std::string> columns_of(RowShape shape) {
  switch (shape) {
    case RowShape::kIncidents:
      return split(
          "incident_id,title,type,mode,means,earliest,latest,place,place_ar,country,adm1,latitude,"
          "longitude,precision_m,agents,targets,killed_min,killed_max,injured_min,injured_max,"
          "means_agreement,agent_agreement,target_agreement,place_agreement,time_agreement,"
          "weapon_agreement,killed_agreement,injured_agreement,outcome_agreement,reports,"
          "independent_chains,copies,proposed_grade,grade_reason,review_state,report_ids");
    case RowShape::kAcled:
      return split(
          "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
          "actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,"
          "iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,"
          "source,source_scale,notes,fatalities,tags,timestamp");
    case RowShape::kUcdp:
      return split(
          "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,"
          "conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,"
          "side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,"
          "source_article,source_office,source_date,source_headline,source_original,where_prec,"
          "where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,"
          "priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,"
          "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob");
    case RowShape::kHxl:
      return split(
          "event_id,event_date,event_type,sub_event_type,actor1,actor2,country,admin1,admin2,"
          "location,location_ar,latitude,longitude,notes,killed_min,killed_max,injured_min,source,"
          "review_state");
    case RowShape::kPlover:
      return split(
          "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor "
          "Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,"
          "Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient "
          "Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,"
          "Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
          "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,"
          "Language,Version");
    case RowShape::kCameo:
      return split(
          "Event ID,Event Date,Source Name,Source Code,Target Name,Target Code,CAMEO Code,Root "
          "Code,Quad Class,Location,Country,Latitude,Longitude,Publisher");
  }
  return {};
}

std::vector<std::string> hxl_tags() {
  return split(
      "#event+id,#date+occurred,#event+type,#event+type+sub,#group+name+first,#group+name+second,"
      "#country+name,#adm1+name,#adm2+name,#loc+name+i_en,#loc+name+i_ar,#geo+lat,#geo+lon,"
      "#description,#affected+killed+min,#affected+killed+max,#affected+injured+min,"
      "#meta+source+name,#status+review");
}

std::vector<std::vector<std::string>> rows_of(const Incident& incident, RowShape shape,
                                              const RowOptions& options) {
  switch (shape) {
    case RowShape::kIncidents:
      return native(incident, options);
    case RowShape::kAcled:
      return rows::acled(incident, options);
    case RowShape::kUcdp:
      return rows::ucdp(incident, options);
    case RowShape::kHxl:
      return rows::hxl(incident, options);
    case RowShape::kPlover:
      return rows::plover(incident, options);
    case RowShape::kCameo:
      return rows::cameo(incident, options);
  }
  return {};
}

}  // namespace isnad
