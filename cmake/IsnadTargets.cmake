# Helpers that keep each folder's CMakeLists.txt at one line: which layer it is and what it links.
if(ISNAD_TESTS)
  find_package(GTest REQUIRED)
endif()
find_package(Threads REQUIRED)

add_library(isnad_options INTERFACE)
target_compile_features(isnad_options INTERFACE cxx_std_20)
target_include_directories(isnad_options INTERFACE $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/src> $<INSTALL_INTERFACE:include>)
# Our warnings are for our build, not for those who use the installed library.
set(isnad_warnings -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND isnad_warnings -Wbidi-chars=any)
endif()
if(ISNAD_WERROR)
  list(APPEND isnad_warnings -Werror)
  # GCC 12 takes the joining of two strings for an overflow, now here and now there, as it inlines (its bugs 105329
  # and 105651). These stay warnings, to be read; the sanitisers look for the real ones.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    list(APPEND isnad_warnings -Wno-error=array-bounds -Wno-error=restrict -Wno-error=stringop-overflow
      -Wno-error=stringop-overread)
  endif()
endif()
target_compile_options(isnad_options INTERFACE $<BUILD_INTERFACE:${isnad_warnings}>)

# Optional tools of the tests: RapidCheck for x_property_test.cpp, ICU as the truth for x_icu_test.cpp. Where one
# is not installed, the tests that need it are left out and the rest is built.
find_library(ISNAD_RAPIDCHECK rapidcheck)
find_package(ICU QUIET COMPONENTS uc i18n)

# Drops from the list so named the tests that need what is not there; the other name gets what the rest link.
function(isnad_optional_test_libraries tests_name libraries_name)
  set(kept ${${tests_name}})
  set(linked)
  if(NOT ISNAD_RAPIDCHECK)
    list(FILTER kept EXCLUDE REGEX "_property_test\\.cpp$")
  elseif("${kept}" MATCHES "_property_test\\.cpp")
    list(APPEND linked ${ISNAD_RAPIDCHECK})
  endif()
  if(NOT ICU_FOUND)
    list(FILTER kept EXCLUDE REGEX "_icu_test\\.cpp$")
  elseif("${kept}" MATCHES "_icu_test\\.cpp")
    list(APPEND linked ICU::i18n ICU::uc)
  endif()
  set(${tests_name} ${kept} PARENT_SCOPE)
  set(${libraries_name} ${linked} PARENT_SCOPE)
endfunction()

# What nearly every file includes, parsed once: a third of the time of a build without optimisation. One set for
# libraries, one for tests (other code: -fPIE instead of -fPIC, and GoogleTest). Files keep their own #include lines, which
# builds without this option check.
if(ISNAD_PRECOMPILE)
  set(isnad_common_headers <algorithm> <array> <charconv> <chrono> <cstdint> <cstring> <filesystem> <fstream> <functional>
      <map> <memory> <optional> <span> <sstream> <string> <string_view> <unordered_map> <vector> <tl/expected.hpp>)
  file(WRITE ${CMAKE_BINARY_DIR}/precompiled/library.cpp "")
  file(WRITE ${CMAKE_BINARY_DIR}/precompiled/tests.cpp "int main() {}\n")
  add_library(isnad_precompiled_library OBJECT ${CMAKE_BINARY_DIR}/precompiled/library.cpp)
  target_link_libraries(isnad_precompiled_library PRIVATE isnad_options)
  target_precompile_headers(isnad_precompiled_library PRIVATE ${isnad_common_headers})
  if(ISNAD_TESTS)
    add_executable(isnad_precompiled_tests EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/precompiled/tests.cpp)
    target_link_libraries(isnad_precompiled_tests PRIVATE isnad_options GTest::gtest GTest::gmock)
    target_precompile_headers(isnad_precompiled_tests PRIVATE ${isnad_common_headers} <gtest/gtest.h>)
  endif()
endif()

# isnad_precompile(TARGET library|tests): lets a target share them; nothing without ISNAD_PRECOMPILE.
function(isnad_precompile target kind)
  if(ISNAD_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM isnad_precompiled_${kind})
  endif()
endfunction()

# isnad_layer(NAME LIBRARIES…): the static library isnad_NAME from this folder's sources, and its tests
# (x_test.cpp beside x.cpp) as the executable isnad_NAME_test, registered with ctest. A folder of headers alone
# makes an interface library.
function(isnad_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|reference)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_(test|reference)\\.cpp$")
  if(sources)
    add_library(isnad_${name} STATIC ${sources})
    target_link_libraries(isnad_${name} PUBLIC isnad_options ${ARGN})
    isnad_precompile(isnad_${name} library)
  else()  # headers alone so far
    add_library(isnad_${name} INTERFACE)
    target_link_libraries(isnad_${name} INTERFACE isnad_options ${ARGN})
  endif()
  if(ISNAD_TESTS AND tests)
    isnad_optional_test_libraries(tests test_libraries)
    add_executable(isnad_${name}_test ${tests})
    target_link_libraries(isnad_${name}_test PRIVATE isnad_${name} GTest::gtest GTest::gmock GTest::gtest_main
                          ${test_libraries})
    isnad_precompile(isnad_${name}_test tests)
    add_test(NAME ${name} COMMAND isnad_${name}_test)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "ISNAD_SOURCE_DIR=${CMAKE_SOURCE_DIR};ISNAD_BINARY_DIR=${CMAKE_BINARY_DIR}")
  endif()
endfunction()
