using Enforcement.Embedded.Tests.Conformance;
using Enforcement.Embedded.Tests.Hosting;
using Orleans.Serialization;

namespace Enforcement.Embedded.Tests.Strict;

public sealed class ChainTestsInStrictMode : ChainTests
{
    public ChainTestsInStrictMode() => Engine.IsStrict.Value = true;
}

public sealed class ContextTestsInStrictMode : ContextTests
{
    public ContextTestsInStrictMode() => Engine.IsStrict.Value = true;
}

public sealed class ErrorTestsInStrictMode : ErrorTests
{
    public ErrorTestsInStrictMode() => Engine.IsStrict.Value = true;
}

public sealed class LifeTestsInStrictMode : LifeTests
{
    public LifeTestsInStrictMode() => Engine.IsStrict.Value = true;
}

public sealed class MessageTestsInStrictMode : MessageTests
{
    public MessageTestsInStrictMode() => Engine.IsStrict.Value = true;
}

public sealed class ReminderTestsInStrictMode : ReminderTests
{
    public ReminderTestsInStrictMode() => Engine.IsStrict.Value = true;
}

public sealed class StateTestsInStrictMode : StateTests
{
    public StateTestsInStrictMode() => Engine.IsStrict.Value = true;
}

public sealed class TimerTestsInStrictMode : TimerTests
{
    public TimerTestsInStrictMode() => Engine.IsStrict.Value = true;
}

public sealed class TurnTestsInStrictMode : TurnTests
{
    public TurnTestsInStrictMode() => Engine.IsStrict.Value = true;

    [Fact]
    public async Task The_hosts_of_these_classes_are_in_strict_mode()
    {
        await using var host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<CodecNotFoundException>(() => host.Grain<IStrictGrain>("a").AnswerUndeclared());
    }
}
