# Sourced by ./test. Finds out whether the Orleans flavour can be built here, before anything of it is built.
#
#   orleans_available     0: the packages of Microsoft Orleans can be restored. 1: they cannot; ORLEANS_REASON says why, in one line.
#   orleans_dotnet ...    runs dotnet with the Orleans flavour chosen and its packages in reach.
#
# ORLEANS_PACKAGES=<folder> adds a folder of packages (flat, *.nupkg) to the sources of this machine. Everything of Microsoft Orleans, and what the
# usual sources may lack beside it, then comes from that folder and from nowhere else.

ORLEANS_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
ORLEANS_WORK="$ORLEANS_ROOT/artifacts/orleans-packages"
ORLEANS_REASON=""

# The configuration is made anew each time and never committed: it names the sources of this machine.
orleans_config() {
  local number=0 line source
  mkdir -p "$ORLEANS_WORK"
  {
    echo '<?xml version="1.0" encoding="utf-8"?>'
    echo '<configuration>'
    echo '  <packageSources>'
    echo '    <clear />'
    echo "    <add key=\"orleans\" value=\"$(cd "$ORLEANS_PACKAGES" && pwd)\" />"
    while read -r line; do
      [[ "$line" == E* ]] || continue
      source="${line#* }"
      number=$((number + 1))
      echo "    <add key=\"machine$number\" value=\"${source//&/&amp;}\" />"
    done < <(cd "$ORLEANS_ROOT" && dotnet nuget list source --format short)
    echo '  </packageSources>'
    echo '  <packageSourceMapping>'
    echo '    <packageSource key="orleans">'
    echo '      <package pattern="Microsoft.Orleans.*" />'
    echo '      <package pattern="System.IO.Hashing" />'
    echo '      <package pattern="Polly.Extensions" />'
    echo '    </packageSource>'
    local i
    for ((i = 1; i <= number; i++)); do
      echo "    <packageSource key=\"machine$i\"><package pattern=\"*\" /></packageSource>"
    done
    echo '  </packageSourceMapping>'
    echo '</configuration>'
  } > "$ORLEANS_WORK/nuget.config"
}

orleans_dotnet() {
  local verb="$1"
  shift
  if [[ -n "${ORLEANS_PACKAGES:-}" ]]; then
    # A package folder of its own: packages of one source must not answer for those of another.
    (cd "$ORLEANS_ROOT" && NUGET_PACKAGES="$ORLEANS_WORK/packages" dotnet "$verb" "$@" -p:Engine=Orleans -p:RestoreConfigFile="$ORLEANS_WORK/nuget.config" -p:RestorePackagesWithLockFile=false)
  else
    (cd "$ORLEANS_ROOT" && dotnet "$verb" "$@" -p:Engine=Orleans)
  fi
}

orleans_available() {
  if [[ -n "${ORLEANS_PACKAGES:-}" ]]; then
    if [[ ! -d "$ORLEANS_PACKAGES" ]]; then
      ORLEANS_REASON="ORLEANS_PACKAGES names no folder: $ORLEANS_PACKAGES"
      return 1
    fi
    orleans_config
  fi
  mkdir -p "$ORLEANS_WORK"
  if orleans_dotnet restore tests/Embedded.Tests/Embedded.Tests.csproj --nologo > "$ORLEANS_WORK/restore.log" 2>&1; then
    return 0
  fi
  local missing
  missing="$(grep -oE 'NU110[0-9]: Unable to find package [A-Za-z0-9.]+' "$ORLEANS_WORK/restore.log" | awk '{print $NF}' | sed 's/\.$//' | sort -u | paste -sd' ' -)"
  ORLEANS_REASON="the package sources lack ${missing:-something, see artifacts/orleans-packages/restore.log}"
  return 1
}
