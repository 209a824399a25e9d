using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TrainEmbedder;

/// <summary>The two products that training spends its time on. Each element is added up in one order by one thread.</summary>
internal static class Matrix
{
    /// <summary>c[i, j] = a[i] · b[j].</summary>
    public static unsafe void Dots(float[] a, int n, float[] b, int m, int dim, float[] c, ParallelOptions threads)
    {
        Parallel.For(0, (n + 3) / 4, threads, block =>
        {
            fixed (float* pa = a, pb = b, pc = c)
            {
                var i = block * 4;
                if (i + 4 > n) { for (; i < n; i++) for (var j = 0; j < m; j++) pc[i * m + j] = Dot(pa + i * dim, pb + j * dim, dim); return; }
                float* a0 = pa + i * dim, a1 = a0 + dim, a2 = a1 + dim, a3 = a2 + dim;
                for (var j = 0; j < m; j += 2)
                {
                    if (j + 2 > m) { for (var r = 0; r < 4; r++) pc[(i + r) * m + j] = Dot(pa + (i + r) * dim, pb + j * dim, dim); break; }
                    float* b0 = pb + j * dim, b1 = b0 + dim;
                    Vector512<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
                    for (var k = 0; k < dim; k += 16)
                    {
                        var y0 = Vector512.Load(b0 + k); var y1 = Vector512.Load(b1 + k);
                        var x = Vector512.Load(a0 + k); s00 = Vector512.FusedMultiplyAdd(x, y0, s00); s01 = Vector512.FusedMultiplyAdd(x, y1, s01);
                        x = Vector512.Load(a1 + k); s10 = Vector512.FusedMultiplyAdd(x, y0, s10); s11 = Vector512.FusedMultiplyAdd(x, y1, s11);
                        x = Vector512.Load(a2 + k); s20 = Vector512.FusedMultiplyAdd(x, y0, s20); s21 = Vector512.FusedMultiplyAdd(x, y1, s21);
                        x = Vector512.Load(a3 + k); s30 = Vector512.FusedMultiplyAdd(x, y0, s30); s31 = Vector512.FusedMultiplyAdd(x, y1, s31);
                    }
                    var o = pc + i * m + j;
                    o[0] = Vector512.Sum(s00); o[1] = Vector512.Sum(s01); o += m;
                    o[0] = Vector512.Sum(s10); o[1] = Vector512.Sum(s11); o += m;
                    o[0] = Vector512.Sum(s20); o[1] = Vector512.Sum(s21); o += m;
                    o[0] = Vector512.Sum(s30); o[1] = Vector512.Sum(s31);
                }
            }
        });
    }

    /// <summary>out[i] = Σ_j p[i·rowStep + j·columnStep] · b[j].</summary>
    public static unsafe void Mix(float[] p, int rowStep, int columnStep, int n, float[] b, int m, int dim, float[] into, int offset, ParallelOptions threads)
    {
        Parallel.For(0, (n + 3) / 4, threads, block =>
        {
            fixed (float* pp = p, pb = b, po = into)
            {
                var i = block * 4;
                var rows = Math.Min(4, n - i);
                for (var k = 0; k < dim; k += 64)
                    if (rows == 4)
                    {
                        Vector512<float> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
                        Vector512<float> s20 = default, s21 = default, s22 = default, s23 = default, s30 = default, s31 = default, s32 = default, s33 = default;
                        float* q = pp + i * rowStep, bj = pb + k;
                        for (var j = 0; j < m; j++, q += columnStep, bj += dim)
                        {
                            var y0 = Vector512.Load(bj); var y1 = Vector512.Load(bj + 16); var y2 = Vector512.Load(bj + 32); var y3 = Vector512.Load(bj + 48);
                            var x = Vector512.Create(q[0]);
                            s00 = Vector512.FusedMultiplyAdd(x, y0, s00); s01 = Vector512.FusedMultiplyAdd(x, y1, s01); s02 = Vector512.FusedMultiplyAdd(x, y2, s02); s03 = Vector512.FusedMultiplyAdd(x, y3, s03);
                            x = Vector512.Create(q[rowStep]);
                            s10 = Vector512.FusedMultiplyAdd(x, y0, s10); s11 = Vector512.FusedMultiplyAdd(x, y1, s11); s12 = Vector512.FusedMultiplyAdd(x, y2, s12); s13 = Vector512.FusedMultiplyAdd(x, y3, s13);
                            x = Vector512.Create(q[2 * rowStep]);
                            s20 = Vector512.FusedMultiplyAdd(x, y0, s20); s21 = Vector512.FusedMultiplyAdd(x, y1, s21); s22 = Vector512.FusedMultiplyAdd(x, y2, s22); s23 = Vector512.FusedMultiplyAdd(x, y3, s23);
                            x = Vector512.Create(q[3 * rowStep]);
                            s30 = Vector512.FusedMultiplyAdd(x, y0, s30); s31 = Vector512.FusedMultiplyAdd(x, y1, s31); s32 = Vector512.FusedMultiplyAdd(x, y2, s32); s33 = Vector512.FusedMultiplyAdd(x, y3, s33);
                        }
                        var o = po + offset + i * dim + k;
                        s00.Store(o); s01.Store(o + 16); s02.Store(o + 32); s03.Store(o + 48); o += dim;
                        s10.Store(o); s11.Store(o + 16); s12.Store(o + 32); s13.Store(o + 48); o += dim;
                        s20.Store(o); s21.Store(o + 16); s22.Store(o + 32); s23.Store(o + 48); o += dim;
                        s30.Store(o); s31.Store(o + 16); s32.Store(o + 32); s33.Store(o + 48);
                    }
                    else
                        for (var r = 0; r < rows; r++)
                            for (var kk = k; kk < k + 64; kk += 16)
                            {
                                Vector512<float> s = default;
                                for (var j = 0; j < m; j++) s = Vector512.FusedMultiplyAdd(Vector512.Create(pp[(i + r) * rowStep + j * columnStep]), Vector512.Load(pb + j * dim + kk), s);
                                s.Store(po + offset + (i + r) * dim + kk);
                            }
            }
        });
    }

    private static unsafe float Dot(float* a, float* b, int dim)
    {
        Vector512<float> s = default;
        for (var k = 0; k < dim; k += 16) s = Vector512.FusedMultiplyAdd(Vector512.Load(a + k), Vector512.Load(b + k), s);
        return Vector512.Sum(s);
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a); ref var y = ref MemoryMarshal.GetReference(b);
        Vector512<float> s = default;
        for (nuint k = 0; k < (nuint)a.Length; k += 16) s = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, k), Vector512.LoadUnsafe(ref y, k), s);
        return Vector512.Sum(s);
    }

    /// <summary>into += factor · a.</summary>
    public static void Add(Span<float> into, float factor, ReadOnlySpan<float> a)
    {
        ref var x = ref MemoryMarshal.GetReference(into); ref var y = ref MemoryMarshal.GetReference(a);
        var f = Vector512.Create(factor);
        for (nuint k = 0; k < (nuint)a.Length; k += 16) Vector512.FusedMultiplyAdd(f, Vector512.LoadUnsafe(ref y, k), Vector512.LoadUnsafe(ref x, k)).StoreUnsafe(ref x, k);
    }

    public static void Scale(Span<float> values, float factor)
    {
        foreach (ref var x in values) x *= factor;
    }
}
