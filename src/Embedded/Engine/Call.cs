using System.Diagnostics;
using Orleans.Runtime;
using Orleans.Serialization;

namespace Enforcement.Embedded;

/// <summary>A call of a grain method on its way.</summary>
internal abstract class Call(GrainMethod method, GrainClass target, string key, object?[] arguments) : Turn
{
    private readonly Activity? _caller = Telemetry.Calls.HasListeners() ? Activity.Current : null;
    private CancellationTokenSource? _calleeCancellation;
    private CancellationTokenRegistration _callerCancellation;
    private Activation? _activation;

    public GrainMethod Method => method;

    public GrainClass Target => target;

    public string Key => key;

    /// <summary>How often an ending activation has handed it on.</summary>
    public int Forwards { get; set; }

    public override Dictionary<string, object>? Context { get; } = RequestContext.Values;

    public override bool IsReadOnly => method.IsReadOnly;

    public override bool IsAlwaysInterleave => method.IsAlwaysInterleave;

    public override bool IsLocalOnly => false;

    /// <summary>Frees the caller as soon as its token is cancelled, and tells the grain.</summary>
    public void Watch(CancellationToken token)
    {
        _calleeCancellation = new CancellationTokenSource();
        arguments[^1] = _calleeCancellation.Token;
        _callerCancellation = token.UnsafeRegister(static (state, cancelled) => ((Call)state!).OnCancelled(cancelled), this);
    }

    public override Task Invoke(Activation activation)
    {
        _activation = activation;
        return Telemetry.Calls.HasListeners() ? InvokeTraced(activation) : method.Invoke(activation.GrainInstance!, arguments);
    }

    public override string ToString() => $"{method} of {target.GrainType}/{key}";

    protected void Settle() => _callerCancellation.Unregister();

    protected abstract void Cancel(CancellationToken token);

    private async Task InvokeTraced(Activation activation)
    {
        using var activity = Telemetry.Calls.StartActivity(method.ToString(), ActivityKind.Server, _caller?.Context ?? default);
        activity?.SetTag("rpc.system", "orleans").SetTag("orleans.grain.id", activation.GrainId.ToString());
        try
        {
            await method.Invoke(activation.GrainInstance!, arguments);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }

    private void OnCancelled(CancellationToken token)
    {
        Cancel(token);
        if (_activation is { } activation)
        {
            // What the grain has registered on its token belongs into its turns.
            activation.Post(_calleeCancellation!.Cancel);
        }
        else
        {
            _calleeCancellation!.Cancel();
        }
    }
}

/// <summary>A call with a result; calls without one have a result that nobody looks at.</summary>
internal sealed class Call<T>(GrainMethod<T> method, GrainClass target, string key, object?[] arguments) : Call(method, target, key, arguments)
{
    // The caller goes on in its own turn, never inside the turn that answers.
    private readonly TaskCompletionSource<T> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Reply => _reply.Task;

    public override bool IsAbandoned => _reply.Task.IsCompleted;

    public override void Deliver(Task finished)
    {
        if (finished.IsCompletedSuccessfully)
        {
            Answer(finished is Task<T> typed ? typed.Result : default!);
        }
        else if (finished.IsCanceled)
        {
            _reply.TrySetCanceled(CancellationToken.None);
        }
        else
        {
            var exception = finished.Exception!.InnerException!;
            Fail(Target.Silo.Strict?.Carry(exception) ?? exception);
        }

        Settle();
    }

    public override void Fail(Exception exception)
    {
        if (_reply.TrySetException(exception) && Method.IsOneWay)
        {
            // Nobody will ever look at this task.
            _ = _reply.Task.Exception;
        }

        Settle();
    }

    private void Answer(T result)
    {
        try
        {
            _reply.TrySetResult(Target.Silo.Strict is { } strict ? strict.Carry(result) : result);
        }
        catch (SerializerException exception)
        {
            Fail(exception);
        }
    }

    protected override void Cancel(CancellationToken token) => _reply.TrySetCanceled(token);
}
