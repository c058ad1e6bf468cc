package io.sightings.emulator;

import io.sightings.engine.EngineSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The stand-in as a process of its own. */
@Command(
    name = "face-service",
    mixinStandardHelpOptions = true,
    description = "Stands in for Azure AI Face v1.2, with the local engine.")
public final class FaceEmulatorMain implements Callable<Integer> {
  @Mixin private FaceEmulatorOptions options;

  @Option(
      names = "--engine",
      paramLabel = "auto|onnx|offline",
      defaultValue = "auto",
      description = "onnx needs model files; offline needs none and knows less.")
  private EngineSettings.Engine engine;

  @Option(names = "--models", paramLabel = "DIR", description = "A folder with model files.")
  private Path models;

  @Spec private CommandSpec command;

  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new FaceEmulatorMain())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    EngineSettings settings =
        EngineSettings.DEFAULT
            .withEngine(engine)
            .withModels(models == null ? List.of() : List.of(models.toString()));
    PrintWriter out = command.commandLine().getOut();
    FaceEmulator service = FaceEmulator.start(options.settings(settings));
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
    out.println(service.greeting());
    out.flush();
    new CountDownLatch(1).await(); // until the process is ended
    return 0;
  }
}
