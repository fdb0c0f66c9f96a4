# isnad_embed_table(NAME FILE): makes tables/NAME.h in the build folder with the text of a table as a constant,
# `isnad::tables::NAME`, for folders that work before any compiled lexicon is at hand. Editing the table
# configures the build again.
function(isnad_embed_table name file)
  file(READ ${file} ISNAD_TABLE_TEXT)
  set(ISNAD_TABLE_NAME ${name})
  cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE ISNAD_TABLE_FILE)
  configure_file(${CMAKE_SOURCE_DIR}/cmake/table.h.in ${CMAKE_BINARY_DIR}/tables/${name}.h @ONLY)
  set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
endfunction()
