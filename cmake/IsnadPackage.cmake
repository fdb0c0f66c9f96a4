# What an installation holds, and the Debian package made of it (`make package`, `cpack -G DEB`):
#   bin/isnad, share/isnad/…, share/man/man1/isnad*.1.gz, share/bash-completion/completions/isnad
#   include/isnad/…, lib/libisnad_*.a, lib/cmake/isnad/…: for C++ users, find_package(isnad)
include(GNUInstallDirs)
if(NOT ISNAD_PACKAGE)
  return()
endif()

# Manual pages and completion, made from the help by the program just built.
set(manual ${CMAKE_BINARY_DIR}/manual)
add_custom_command(
  OUTPUT ${manual}/isnad.bash
  COMMAND ${CMAKE_COMMAND} -E make_directory ${manual}/man1
  COMMAND isnad manual --out ${manual}/man1
  COMMAND sh -c "gzip -9nf ${manual}/man1/*.1"
  COMMAND sh -c "$<TARGET_FILE:isnad> manual --to bash > ${manual}/isnad.bash"
  DEPENDS isnad
  COMMENT "Making manual pages and completion"
  VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual}/isnad.bash)
install(DIRECTORY ${manual}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${manual}/isnad.bash DESTINATION share/bash-completion/completions RENAME isnad)

# For C++ users.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/src/isnad DESTINATION include FILES_MATCHING PATTERN "*.h")
install(TARGETS ${ISNAD_LAYERS} isnad_options EXPORT isnad ARCHIVE DESTINATION lib)
# Built for the linker of any compiler: what this one left for its own link-time optimisation goes.
install(CODE "
  file(GLOB archives \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/lib/libisnad_*.a\")
  foreach(archive \${archives})
    execute_process(COMMAND ${CMAKE_STRIP} --strip-debug --remove-section=.gnu.lto_* --strip-symbol=__gnu_lto_v1 \${archive}
                    COMMAND_ERROR_IS_FATAL ANY)
  endforeach()")
install(EXPORT isnad NAMESPACE isnad:: DESTINATION lib/cmake/isnad FILE isnad-targets.cmake)
include(CMakePackageConfigHelpers)
configure_package_config_file(${CMAKE_SOURCE_DIR}/cmake/isnad-config.cmake.in ${CMAKE_BINARY_DIR}/isnad-config.cmake
                              INSTALL_DESTINATION lib/cmake/isnad)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/isnad-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/isnad-config.cmake ${CMAKE_BINARY_DIR}/isnad-config-version.cmake
        DESTINATION lib/cmake/isnad)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/NOTICE ${CMAKE_SOURCE_DIR}/languages/ar/analyser.LICENCE
        DESTINATION share/doc/isnad)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME isnad)
set(CPACK_PACKAGE_CONTACT "The Isnad project <isnad@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Arabic news reports in, attributed claims out")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # asks dpkg-shlibdeps which packages the program's libraries are in
# What the headers and static libraries need besides.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "g++, cmake, libexpected-dev, libxxhash-dev, libsodium-dev, libsimdjson-dev, libtbb-dev, libtomlplusplus-dev, libxml2-dev, zlib1g-dev, libcurl4-openssl-dev, libsqlite3-dev, libzstd-dev, libmicrohttpd-dev")
include(CPack)
