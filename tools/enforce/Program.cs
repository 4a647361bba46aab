using System.CommandLine;
using Enforcement.Tool.Commands;

return new RootCommand("Works on the records of OrleansEnforcement from the command line.") { CalendarImport.Create() }.Parse(args).Invoke();
