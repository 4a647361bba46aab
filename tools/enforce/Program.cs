return await Enforcement.Tool.CommandLineTool.RunAsync(args, Console.Out, Console.Error);
