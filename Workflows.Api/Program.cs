using Workflows.Api.Hosting;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.Run(args, Console.Out, Console.Error);
