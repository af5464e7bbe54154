# What is installed where, and the Debian package of the same files (scripts/package).
include(GNUInstallDirs)
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(share ${CMAKE_INSTALL_DATADIR})

# Debian's policy asks for these compressed, without a name or a time in them.
find_program(WARDMAP_GZIP gzip REQUIRED)
foreach(pair docs/install/wardmap.1=wardmap.1.gz packaging/changelog=changelog.gz)
  string(REGEX MATCH "(.*)=(.*)" pair ${pair})
  execute_process(COMMAND ${WARDMAP_GZIP} -9nc ${PROJECT_SOURCE_DIR}/${CMAKE_MATCH_1}
    OUTPUT_FILE ${PROJECT_BINARY_DIR}/${CMAKE_MATCH_2} COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${CMAKE_MATCH_1})
endforeach()

install(TARGETS wardmap RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY styles DESTINATION ${share}/wardmap)
install(FILES ${PROJECT_BINARY_DIR}/wardmap.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES docs/install/wardmap.bash DESTINATION ${share}/bash-completion/completions RENAME wardmap)
# The projects write into ../../output: a copy of examples/ is laid out as the sources are.
install(DIRECTORY geodata DESTINATION ${share}/wardmap/examples)
install(DIRECTORY docs DESTINATION ${share}/doc/wardmap FILES_MATCHING PATTERN "*.md"
  PATTERN docs/gallery EXCLUDE PATTERN docs/install EXCLUDE)
install(FILES CHANGELOG.md packaging/copyright ${PROJECT_BINARY_DIR}/changelog.gz DESTINATION ${share}/doc/wardmap)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME wardmap)
set(CPACK_PACKAGE_CONTACT "Wardmap maintainers <maintainers@wardmap.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "ward boundaries and ward tables in, hotspot maps out")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Draws print-ready hotspot maps of every category of a ward table, with an\naccount of every row, tables for spreadsheets and QGIS, briefings and pages\nto look around in. For analysts in community safety partnerships.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-open-sans, proj-data")
if(PROJECT_IS_TOP_LEVEL)
  include(CPack)
endif()
